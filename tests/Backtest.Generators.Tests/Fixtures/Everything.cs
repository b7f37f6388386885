using System.Collections.Immutable;

namespace Backtest.Tests;

/// <summary>A risk manager with a parameter of every type, which shows the values bound.</summary>
[RiskManager("everything", Description = "Holds one of each.")]
public sealed partial class Everything
{
    [Parameter(Min = 1, Max = 100)]
    public int Count { get; init; } = 10;

    [Parameter]
    public long Ticks { get; init; } = 5;

    [Parameter(Min = 0, ExclusiveMin = true, Description = "A part of the whole.")]
    public double Share { get; init; } = 0.5;

    [Parameter]
    public decimal Cash { get; init; } = 1.5m;

    [Parameter]
    public bool IsLoud { get; init; }

    [Parameter]
    public string Name { get; init; } = "none";

    [Parameter]
    public Mood Mood { get; init; } = Mood.Calm;

    [Parameter]
    public TimeSpan Pause { get; init; } = TimeSpan.FromMinutes(15);

    [Parameter]
    public DateOnly Start { get; init; } = new(2020, 1, 31);

    [Parameter(Min = 1)]
    public int? Limit { get; init; }

    [Parameter(Min = 0)]
    public IReadOnlyList<double> Weights { get; init; } = [1, 2];

    [Parameter]
    public ImmutableArray<Mood> Moods { get; init; } = [Mood.VeryNervous];

    [Parameter]
    public IReadOnlyDictionary<string, Shape> Shapes { get; init; } = new Dictionary<string, Shape>();

    [Parameter]
    public Shape? Favorite { get; init; }

    [Parameter]
    public Frame Frame { get; init; } = new() { Width = 1 };


    public void Validate(IParameterErrors errors, BindingContext context)
    {
        foreach (string regime in Shapes.Keys.Where(regime => context.Regimes.Count > 0 && !context.Regimes.Contains(regime)))
            errors.Add($"shapes.{regime}", $"there is no regime '{regime}'.");
    }

    public void OnSignals(in RiskTurn turn, IOrders orders) => ((Probe)orders).Seen = this;
}
