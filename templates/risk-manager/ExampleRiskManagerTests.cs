using Backtest;
using Backtest.Testing;

namespace ExampleNamespace.Tests;

public sealed class ExampleRiskManagerTests
{
    // One instrument at 100, in a portfolio of 100,000.
    private readonly RiskManagerHarness _risk = RiskManagerHarness.Start<ExampleRiskManager>("""{"share": 0.5}""", [TestBars.Closes(100)]);

    private Instrument Instrument => _risk.Instruments[0];

    [Fact]
    public void It_keeps_the_laws_of_a_plugin() => Conformance.Check<ExampleRiskManager>();

    [Fact]
    public void An_entry_takes_its_share_of_equity() =>
        Assert.Equal([new RecordedAnswer(AnswerKind.Placed, Instrument.Symbol, 500)], _risk.Turn(_risk.Buy(Instrument)));

    [Fact]
    public void A_weaker_entry_takes_less() =>
        Assert.Equal([new RecordedAnswer(AnswerKind.Placed, Instrument.Symbol, 250)], _risk.Turn(_risk.Buy(Instrument, strength: 0.5)));

    [Fact]
    public void An_entry_that_would_have_to_borrow_is_refused()
    {
        _risk.Portfolio.Hold(Instrument, 600);

        RecordedAnswer answer = Assert.Single(_risk.Turn(_risk.Buy(Instrument)));

        Assert.Equal((AnswerKind.Vetoed, "fully_invested"), (answer.Kind, answer.RiskLimit));
    }

    [Fact]
    public void Exits_are_left_alone() => Assert.Empty(_risk.Turn(_risk.Leave(Instrument)));
}
