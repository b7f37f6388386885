using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Testing;

/// <summary>It runs to the end of the bars without throwing: on those it is examined on, and on awkward ones.</summary>
internal sealed class RunsLaw : Law
{
    private const int Awkward = 300;
    private const string NoVolume = "no_volume";

    public override string Name => LawNames.Runs;

    public override ConformanceFinding Examine(Examination examination)
    {
        IReadOnlyList<InputError> refused = TestParameters.Errors(examination.Factory, examination.Parameters, examination.Context);
        if (refused.Count > 0)
        {
            return NotExamined(
                $"it needs parameters: {string.Join("; ", refused.Select(error => error.Message))}", "Use valid parameters.");
        }

        try
        {
            examination.ChooseBars();
            if (examination.Whole.Fault is { } fault)
                return Thrown("random walks", fault);
            foreach ((string name, IReadOnlyList<BarSeries> bars) in Others(examination.Timeframe))
            {
                if (FaultOn(examination, bars) is { } other)
                    return Thrown(name, other);
            }
        }
        catch (InputException exception)
        {
            if (MissingIndicator(exception) is { } missing)
                return missing;
            return Broken($"it cannot be built: {exception.Message.ReplaceLineEndings(" ")}", "Reject such parameters in Validate.");
        }

        return Held(FormattableString.Invariant(
            $"{examination.Whole.Decisions.Count} decisions on {examination.Bars[0].Count} bars of each instrument"));
    }

    /// <summary>What it threw on bars; a plugin that reads volumes is refused if there are none, before it can throw.</summary>
    private static ContainerFault? FaultOn(Examination examination, IReadOnlyList<BarSeries> bars)
    {
        try
        {
            return examination.Run(bars).Fault;
        }
        catch (InputException exception) when (bars.All(series => !series.HasVolume) && exception.Errors.All(error => error.Code == NoVolume))
        {
            return null;
        }
    }

    private static IEnumerable<(string Name, IReadOnlyList<BarSeries> Bars)> Others(Timeframe timeframe)
    {
        BarSeries walk = TestBars.Walk(seed: 3, Awkward, "A", timeframe);
        yield return ("one bar", [TestBars.First(walk, 1)]);
        BarSeries bare = TestBars.Empty(hasVolume: false, "A", timeframe: timeframe);
        BarSeries pointed = TestBars.Empty(hasVolume: true, "A", timeframe: timeframe);
        BarSeries flat = TestBars.Empty(hasVolume: true, "A", timeframe: timeframe);
        for (int row = 0; row < Awkward; row++)
        {
            TestBars.Add(bare, walk.Open[row], walk.High[row], walk.Low[row], walk.Close[row]);
            TestBars.Add(pointed, walk.Close[row], walk.Close[row], walk.Close[row], walk.Close[row], walk.Volume[row]);
            TestBars.Add(flat, 100, 100, 100, 100, volume: 0);
        }

        yield return ("bars without volume", [bare]);
        yield return ("bars of one price each", [pointed]);
        yield return ("prices that never move, with nothing traded", [flat]);
    }

    private ConformanceFinding Thrown(string bars, ContainerFault fault)
    {
        string thrown = $"{fault.Exception.GetType().Name}: {fault.Message.ReplaceLineEndings(" ")}";
        return Broken(
            $"on {bars}, it threw at the bar of {FactText.Time(fault.Time.Ticks)} while handling {fault.Event}: {thrown} {fault.Place}".TrimEnd(),
            "In a run, its container stops there. Guard values that can be missing, zero or NaN.");
    }
}
