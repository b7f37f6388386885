namespace Backtest.Testing;

/// <summary>Holds a slippage model to its laws.</summary>
internal sealed class SlippageProbe(Func<ISlippageModel> create) : ModelProbe<ISlippageModel>(create)
{
    private static readonly IReadOnlyList<SlippageTerms> Known =
    [
        .. from tick in new decimal?[] { null, 0.01m }
           from side in new[] { Side.Buy, Side.Sell }
           from quantity in new[] { 1m, 250m, 1_000_000m }
           from bar in ProbeBars.Walk.Take(12).Append(new MatchedBar(100, 100, 100, 100, 0))
           select new SlippageTerms
           {
               Instrument = new Instrument { Symbol = "A", TickSize = tick },
               Side = side,
               Price = (decimal)bar.Open,
               Quantity = quantity,
               Bar = bar,
               Spread = 0.02,
               SessionVolume = 50_000,
               SessionVolatility = 0.015,
           },
    ];

    protected override IReadOnlyList<ModelQuestion<ISlippageModel>> Questions { get; } =
    [
        .. Known.Concat(Known.Select(WithoutHistory)).Select(fill => new ModelQuestion<ISlippageModel>(
            Text(fill),
            model => FormattableString.Invariant($"{model.Slippage(fill)}"),
            model => model.Slippage(fill) < 0 ? "is below zero" : null)),
    ];

    protected override string Sense =>
        "Return the slippage of one unit, zero or above. Return zero if something is not yet known, such as sessions at the start or quotes that are missing.";

    protected override IEnumerable<ModelLaw> OwnLaws =>
    [
        new(
            LawNames.Declarations, "it uses only data that its Needs declare",
            "Declare all data it uses in Needs, so that data without it is rejected instead of misread.", Undeclared),
    ];

    private static SlippageTerms WithoutHistory(SlippageTerms fill) =>
        fill with { Spread = double.NaN, SessionVolume = double.NaN, SessionVolatility = double.NaN };

    private static string Text(in SlippageTerms fill) => FormattableString.Invariant(
        $"{fill.Quantity} that {(fill.Side == Side.Buy ? "are bought" : "are sold")} at {fill.Price} on {ProbeBars.Text(fill.Bar)}");

    private string? Undeclared()
    {
        ISlippageModel model = Create();
        foreach (SlippageTerms fill in Known)
        {
            foreach ((SlippageNeeds need, SlippageTerms blank) in Blanks(fill))
            {
                if ((model.Needs & need) == 0 && Answer(model, blank) != Answer(model, fill))
                    return $"for {Text(fill)}, its answer changes if {Words(need)} are not known, but its Needs do not declare {need}";
            }
        }

        return null;
    }

    private static IEnumerable<(SlippageNeeds Need, SlippageTerms Blank)> Blanks(SlippageTerms fill) =>
    [
        (SlippageNeeds.Volume, fill with { Bar = fill.Bar with { Volume = double.NaN } }),
        (SlippageNeeds.Quotes, fill with { Spread = double.NaN }),
        (SlippageNeeds.Sessions, fill with { SessionVolume = double.NaN, SessionVolatility = double.NaN }),
    ];

    private static string Words(SlippageNeeds need) => need switch
    {
        SlippageNeeds.Volume => "volumes",
        SlippageNeeds.Quotes => "quotes",
        _ => "earlier sessions",
    };

    // What is not a number may well make it throw: that is an answer as well.
    private static decimal? Answer(ISlippageModel model, in SlippageTerms fill)
    {
        try
        {
            return model.Slippage(fill);
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
