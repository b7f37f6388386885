using System.Reflection;
using Backtest.Abstractions.Runtime;

namespace Backtest.Research;

/// <summary>Records the inputs and signals of one plugin.</summary>
internal sealed class PluginEar(TraceRecorder recorder, PluginKind kind, string id)
{
    private int _members;

    /// <summary>Forwards requests for indicators, and records the values of those requested.</summary>
    public IIndicatorSource Hear(IIndicatorSource indicators) => new HeardIndicators(indicators, this);

    /// <summary>Records a strategy's signals if it is in a container, where nothing else records them.</summary>
    public SignalEmitter Hear(SignalEmitter signals, BarSeries bars)
    {
        if (!recorder.Places.IsMember(id))
            return signals;
        string detail = $"{bars.Instrument.Symbol}#{++_members}";
        return new HeardSignals(signals, bars, recorder.Trace.EventsAt(
            new TracePlace(TraceStage.MemberSignal, recorder.Places.ContainersOf(kind, id), kind, id, detail)));
    }

    /// <summary>
    /// Records the values of an indicator at each bar of a series. If they were recorded for another reader, they are not recorded again.
    /// </summary>
    public void Keep<TValue>(IndicatorSpec spec, BarSeries bars, IndicatorReader<TValue> reader)
        where TValue : struct
    {
        if (!recorder.IsNew(reader.Column, reader.Offset, bars))
            return;
        (PluginKind indicatorKind, string name, string words) = IndicatorNames.Of(spec);
        var place = new TracePlace(
            TraceStage.Indicator, recorder.Places.ContainersOf(kind, id), indicatorKind, name, $"{words} {bars.Instrument.Symbol} {bars.Timeframe}")
        {
            ReadBy = $"{kind.Words} {id}",
        };
        ValueStream<TValue> values = recorder.Trace.ValuesAt<TValue>(place, words, bars.Instrument.Symbol);
        recorder.AtChunk(() =>
        {
            // There are no values after a fault.
            int count = (int)Math.Clamp(reader.Column.FaultIndex - bars.FirstIndex, 0, bars.Count);
            values.Add(bars.End.AsSpan(0, count), reader.Rows(0, count));
        });
    }
}

/// <summary>Names indicators for messages.</summary>
internal static class IndicatorNames
{
    private static readonly Assembly BuiltIn = typeof(SimpleMovingAverage).Assembly;

    /// <summary>The indicator whose code a specification runs: the innermost that is not built in, if there is one.</summary>
    /// <returns>Its kind, its id or name, and the whole specification in words.</returns>
    public static (PluginKind Kind, string Name, string Words) Of(IndicatorSpec spec)
    {
        IndicatorSpec named = spec;
        for (IndicatorSpec? inner = spec; inner is not null; inner = inner.Input)
        {
            if (inner is PluginIndicatorSpec || inner.Indicator.Assembly != BuiltIn)
                named = inner;
        }

        return (PluginKind.Indicator, NameOf(named), WordsOf(spec));
    }

    private static string WordsOf(IndicatorSpec spec)
    {
        string parameters = spec is PluginIndicatorSpec plugin ? new ParameterValues([.. plugin.Arguments]).ToString() : spec.Parameters.ToString();
        string of = spec.Input is { } input ? $" of {WordsOf(input)}" : "";
        string ago = spec.Offset > 0 ? FormattableString.Invariant($", {spec.Offset} ago") : "";
        return $"{NameOf(spec)} {parameters}".TrimEnd() + of + ago;
    }

    private static string NameOf(IndicatorSpec spec) => spec is PluginIndicatorSpec plugin
        ? plugin.Id
        : spec.Indicator.GetCustomAttribute<IndicatorPluginAttribute>()?.Id ?? spec.Indicator.Name;
}
