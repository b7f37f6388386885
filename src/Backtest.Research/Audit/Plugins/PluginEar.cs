using System.Reflection;
using Backtest.Abstractions.Runtime;

namespace Backtest.Research;

/// <summary>Listens at one plugin.</summary>
internal sealed class PluginEar(TraceRecorder recorder, PluginKind kind, string id)
{
    private int _members;

    /// <summary>Keeps the values of what is asked for, and passes requests on.</summary>
    public IIndicatorSource Hear(IIndicatorSource indicators) => new HeardIndicators(indicators, this);

    /// <summary>Keeps what a strategy signals, where it stands in a container and nothing else would.</summary>
    public SignalEmitter Hear(SignalEmitter signals, BarSeries bars)
    {
        if (!recorder.Places.IsMember(id))
            return signals;
        string detail = $"{bars.Instrument.Symbol}#{++_members}";
        return new HeardSignals(signals, bars, recorder.Trace.EventsAt(
            new TracePlace(TraceStage.MemberSignal, recorder.Places.ContainersOf(kind, id), kind, id, detail)));
    }

    /// <summary>Keeps the values of an indicator at each bar of a series. One that was kept for another reader has the same values.</summary>
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
            // From a fault on there are no values.
            int count = (int)Math.Clamp(reader.Column.FaultIndex - bars.FirstIndex, 0, bars.Count);
            values.Add(bars.End.AsSpan(0, count), reader.Rows(0, count));
        });
    }
}

/// <summary>Names indicators to people.</summary>
internal static class IndicatorNames
{
    private static readonly Assembly BuiltIn = typeof(SimpleMovingAverage).Assembly;

    /// <summary>The indicator whose code is behind a specification: the innermost that is not built in, if there is one.</summary>
    /// <returns>Its kind, its id or name, and the whole in words.</returns>
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
