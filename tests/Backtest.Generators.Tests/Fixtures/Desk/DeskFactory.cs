namespace Backtest.Tests.Desk;

/// <summary>Creates desks.</summary>
[Container("desk", Description = "Follows its strategies.")]
[ContainerFactory(typeof(Desk))]
public sealed partial class DeskFactory
{
    [Parameter(Min = 0, ExclusiveMin = true, Max = 1)]
    public double Strength { get; init; } = 1;

    [Parameter]
    public bool HasSpare { get; init; }

    /// <summary>Everything the last desk created has received.</summary>
    public static List<string> Log { get; } = [];

    public Desk Create(ContainerParts parts)
    {
        List<string> log = Log;
        log.Clear();
        log.Add($"made for {parts.Instrument.Symbol} of {string.Join(", ", parts.Members.Names)}");
        return new Desk
        {
            Clerk = new Clerk(log, Strength),
            Members = parts.Members,
            Scribes = [new Scribe(log, 1), new Scribe(log, 2)],
            Spare = HasSpare ? new Scribe(log, 3) : null,
        };
    }
}
