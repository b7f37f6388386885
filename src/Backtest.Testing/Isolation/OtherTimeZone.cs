namespace Backtest.Testing;

/// <summary>
/// Until disposed, the process is in another time zone. The zone belongs to the process, not the thread, so only one can be active at a time, and no
/// longer than a run.
/// </summary>
internal sealed class OtherTimeZone : IDisposable
{
    private const string Variable = "TZ";

    private static readonly Lock OneAtATime = new();

    private readonly string? _before;

    public OtherTimeZone()
    {
        OneAtATime.Enter();
        _before = Environment.GetEnvironmentVariable(Variable);
        TimeSpan offset = TimeZoneInfo.Local.BaseUtcOffset;
        Name = offset > TimeSpan.Zero ? "Pacific/Honolulu" : "Pacific/Kiritimati";
        Set(Name);
        IsSet = TimeZoneInfo.Local.BaseUtcOffset != offset;
    }

    public string Name { get; }

    /// <summary>Whether the system allowed the change; Windows does not.</summary>
    public bool IsSet { get; }

    public void Dispose()
    {
        Set(_before);
        OneAtATime.Exit();
    }

    private static void Set(string? zone)
    {
        Environment.SetEnvironmentVariable(Variable, zone);
        TimeZoneInfo.ClearCachedData();
    }
}
