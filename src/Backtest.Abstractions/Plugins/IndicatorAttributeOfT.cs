namespace Backtest;

/// <summary>Makes a partial get-only property read an indicator, given by its type and arguments.</summary>
/// <param name="arguments">The constructor's arguments; a string names the parameter that holds the value.</param>
/// <typeparam name="TIndicator">The indicator.</typeparam>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IndicatorAttribute<TIndicator>(params object[] arguments) : Attribute
    where TIndicator : class
{
    /// <summary>The constructor's arguments.</summary>
    public IReadOnlyList<object> Arguments { get; } = arguments;

    /// <summary>The field of the bar it reads.</summary>
    public BarField Source { get; init; }

    /// <summary>How many bars ago, in bars of the timeframe it reads; 0 for the last closed one.</summary>
    public int Offset { get; init; }

    /// <summary>
    /// The timeframe of the bars it reads (<c>1d</c>), or the name of the parameter that holds it; <see langword="null"/> for the plugin's own.
    /// </summary>
    public string? Timeframe { get; init; }
}
