using System.Reflection;
using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Testing;

/// <summary>
/// Nothing is decided before the first defined value of every indicator declared. The generated gate ensures that, as long as indicators report
/// correctly whether they are ready. A risk manager has no gate: it must answer without throwing.
/// </summary>
internal sealed class WarmUpLaw : Law
{
    public override string Name => LawNames.WarmUp;

    public override IReadOnlyList<string> RestsOn => [LawNames.Runs];

    public override ConformanceFinding Examine(Examination examination)
    {
        if (examination.Whole.Indicators.Count == 0)
            return DoesNotApply("it declares no indicators");
        foreach (DeclaredIndicator own in examination.OwnIndicators())
        {
            if (Untruth(own, examination.Bars[0]) is { } untruth)
                return untruth;
        }

        if (examination.Kind == PluginKind.RiskManager)
            return AnswersEarly(examination);
        return CallsBeforeReady(examination.Factory.Descriptor.Type)
            ? DoesNotApply("it is called before its indicators are ready")
            : DecidesReady(examination);
    }

    // For every kind, the attribute with the contract says so.
    private static bool CallsBeforeReady(Type plugin) => plugin.GetCustomAttributes()
        .Where(attribute => attribute.GetType().IsDefined(typeof(PluginContractAttribute), inherit: false))
        .Any(attribute => attribute.GetType().GetProperty(nameof(StrategyAttribute.CallBeforeReady))?.GetValue(attribute) is true);

    /// <summary>What an indicator reports about being ready must be true, and stay true.</summary>
    private ConformanceFinding? Untruth(DeclaredIndicator declared, BarSeries bars)
    {
        IndicatorStream stream = declared.CreateStream();
        bool wasReady = false;
        for (int row = 0; row < bars.Count; row++)
        {
            stream.Update(new BarEvent(bars, row));
            if (!stream.IsReady && wasReady)
                return Broken(Text($"{declared.Name} is ready before bar {row} but not at it"), "Once ready, an indicator stays ready until Reset.");
            if (!stream.IsReady && !stream.IsUndefined)
                return Broken(Text($"{declared.Name} has a value at bar {row} but is not ready"), "Return Undefined until IsReady.");
            if (stream.IsReady && !wasReady && stream.IsUndefined)
                return Broken(Text($"{declared.Name} is ready at bar {row} but has no value there"), "Set IsReady with the first value.");
            wasReady = stream.IsReady;
        }

        return null;
    }

    private ConformanceFinding DecidesReady(Examination examination)
    {
        foreach (DeclaredIndicator indicator in examination.Whole.Indicators)
        {
            BarSeries bars = examination.Bars.First(series => series.Instrument.Symbol == indicator.Symbol);
            int ready = indicator.FirstDefined(bars.Count);
            Decision? early = examination.Whole.Decisions
                .FirstOrDefault(decision => decision.Symbol == indicator.Symbol && decision.Row < ready);
            if (early is not null)
            {
                return Broken(
                    Text($"at {early.Place} it decided {early.Text}, but {indicator.Name} has its first value at bar {ready}"),
                    "Set the indicator's IsReady with its first value.");
            }
        }

        return Held("every decision came after the first value of every indicator");
    }

    private ConformanceFinding AnswersEarly(Examination examination)
    {
        TrialResult early = examination.Run(examination.Setup(examination.Bars) with { FirstSignal = 0 });
        return early.Fault is { } fault
            ? Thrown(fault)
            : Held(Text($"signals before its indicators are defined, at bar {examination.FirstSignal}, were answered"));
    }

    private ConformanceFinding Thrown(ContainerFault fault) => Broken(
        $"when called at the bar of {FactText.Time(fault.Time.Ticks)}, before its indicators are defined, it threw {fault.Exception.GetType().Name}: {fault.Message}",
        "A signal may come at the first bar. Veto it while a value is NaN (double.IsNaN).");

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
