namespace Backtest.Tests.House;

/// <summary>A container whose roles are declared against the flow.</summary>
public sealed class Home(List<string> log, int traders)
{
    [Role]
    public IReadOnlyList<Trader> Traders { get; } = [.. Enumerable.Range(1, traders).Select(number => new Trader($"trader {number}", log))];

    [Role]
    public Ledger? Ledger { get; } = new(log);

    [Role]
    public Exchange Exchange { get; } = new(log);
}
