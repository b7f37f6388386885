using Backtest;

namespace ExampleNamespace;

/// <summary>
/// A long-short account: longs up to one share of equity and shorts up to another, such as 130/30. At closes equity has to reach a share of
/// all that is held, or positions are closed.
/// </summary>
[Account("example-id", Description = "Longs up to one share of equity, shorts up to another.")]
public sealed class ExampleAccount : IAccount
{
    /// <summary>How much may be held long, as a share of equity.</summary>
    [Parameter(Min = 0, Max = 10, Description = "How much may be held long, as a share of equity.")]
    public decimal Longs { get; init; } = 1.3m;

    /// <summary>How much may be held short, as a share of equity.</summary>
    [Parameter(Min = 0, Max = 10, Description = "How much may be held short, as a share of equity.")]
    public decimal Shorts { get; init; } = 0.3m;

    /// <summary>The equity asked for at closes, as a share of all that is held.</summary>
    [Parameter(Min = 0, Max = 1, Description = "The equity asked for at closes, as a share of all that is held.")]
    public double Margin { get; init; } = 0.25;

    /// <summary>Without shorts, signals to enter short are vetoed.</summary>
    public bool TakesShorts => Shorts > 0;

    /// <summary>Up to here an entry is borne whether it is long or short, and the host need not ask.</summary>
    public double AssuredLeverage => (double)Math.Min(Longs, Shorts);

    /// <summary>Closes are looked at.</summary>
    public bool HasMaintenance => true;

    /// <summary>Whether what would be held after an entry is within both shares.</summary>
    public bool Bears(in AccountState after) => after.Longs <= Longs * after.Equity && after.Shorts <= Shorts * after.Equity;

    /// <summary>The equity asked for at a close.</summary>
    public double Maintenance(in MarginTerms held) => Margin * (held.Longs + held.Shorts);
}
