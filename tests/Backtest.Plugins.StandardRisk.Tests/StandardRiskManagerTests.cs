using Backtest.Plugins.StandardRisk;
using CsCheck;

namespace Backtest.Tests;

public sealed class StandardRiskManagerTests
{
    private static readonly Gen<(bool IsA, bool IsLong, double Strength, int Held, int Leaving)> Entries = Gen.Select(
        Gen.Bool, Gen.Bool, Gen.Double[0.01, 1], Gen.Int[-300, 300], Gen.Int[0, 100]);

    [Theory]
    [InlineData("""{"sizer": {"type": "fixed_quantity", "value": 100}}""")]
    [InlineData("""{"sizer": {"type": "fixed_value", "value": 20000}, "limits": [{"type": "max_position", "value": 0.1}]}""")]
    [InlineData("""{"sizer": {"type": "percent_equity", "value": 0.5}, "limits": [{"type": "max_exposure", "value": 0.4}, {"type": "max_leverage", "value": 0.9}]}""")]
    [InlineData("""{"sizer": {"type": "atr_risk", "value": 0.02}, "limits": [{"type": "max_drawdown", "value": 0.02, "resume_after": 20}]}""")]
    [InlineData("""{"sizer": {"type": "volatility_target", "value": 0.2}, "limits": [{"type": "daily_loss", "value": 0.01}]}""")]
    [InlineData("""{"sizer": {"type": "percent_equity", "value": 0.1}, "by_regime": {"bear": {"limits": [{"type": "max_exposure", "value": 0.2}]}}}""")]
    public void It_conforms(string parameters) => Conformance.Check<StandardRiskManager>(parameters);

    [Fact]
    public void Exits_are_not_answered_for_they_stand_already()
    {
        var harness = new RiskHarness(RiskHarness.Hundred);

        Assert.Equal([new RecordedAnswer(AnswerKind.Placed, "B", 100)], harness.Turn(harness.Leave(harness.A), harness.Buy(harness.B)));
    }

    [Fact]
    public void Every_entry_is_answered_once()
    {
        var harness = new RiskHarness($$"""{{RiskHarness.Hundred}}, "limits": [{"type": "max_exposure", "value": 0.2}]""");

        IReadOnlyList<RecordedAnswer> answers = harness.Turn(
            harness.Buy(harness.A), harness.Buy(harness.B), harness.Sell(harness.A), harness.Buy(harness.A));

        Assert.Equal(["A", "B", "A", "A"], answers.Select(answer => answer.Symbol));
    }

    [Fact]
    public void No_entry_takes_a_position_or_the_portfolio_beyond_its_bound() => Entries.Array[1, 20].Sample(entries =>
    {
        var harness = new RiskHarness("""
            "sizer": {"type": "percent_equity", "value": 0.3},
            "limits": [{"type": "max_position", "value": 0.25}, {"type": "max_exposure", "value": 0.4}]
            """);
        PaperPortfolio portfolio = harness.Portfolio;
        foreach ((bool isA, bool isLong, double strength, int held, int leaving) in entries)
        {
            Instrument instrument = isA ? harness.A : harness.B;
            portfolio.Hold(instrument, held);
            portfolio.RestExit(instrument, -held * leaving / 100m - portfolio.RestingExits(instrument));
            double positionBefore = PositionShare(portfolio, instrument);
            double exposureBefore = portfolio.GrossNotionalWithEntries / portfolio.Equity;

            harness.Turn(isLong ? harness.Buy(instrument, strength) : harness.Sell(instrument, strength));

            Assert.True(PositionShare(portfolio, instrument) <= Math.Max(0.25, positionBefore) + 1e-12);
            Assert.True(portfolio.GrossNotionalWithEntries / portfolio.Equity <= Math.Max(0.4, exposureBefore) + 1e-12);
        }
    });

    private static double PositionShare(PaperPortfolio portfolio, Instrument instrument)
    {
        decimal quantity = portfolio.Quantity(instrument) + portfolio.RestingEntries(instrument) + portfolio.RestingExits(instrument);
        return (double)Math.Abs(quantity) * portfolio.Close(instrument) / portfolio.Equity;
    }
}
