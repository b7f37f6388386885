namespace Backtest.Engine;

/// <summary>Determines the one currency of a run. Money is added without conversion, so several currencies are rejected.</summary>
internal sealed class RunCurrency
{
    private const string Unsaid = "USD";

    private readonly WorkflowConfig _config;
    private readonly IReadOnlyList<string> _symbols;
    private readonly List<InputError> _errors = [];

    private RunCurrency(WorkflowConfig config, IReadOnlyList<string> symbols)
    {
        _config = config;
        _symbols = symbols;
    }

    /// <summary>The currency of all portfolios and of the instruments they trade.</summary>
    /// <param name="config">The run.</param>
    /// <param name="symbols">The symbols of the data.</param>
    /// <exception cref="InputException">There are several currencies.</exception>
    public static string Of(WorkflowConfig config, IReadOnlyList<string> symbols)
    {
        var run = new RunCurrency(config, symbols);
        PortfolioConfig[] portfolios = [.. config.Classifiers.SelectMany(classifier => classifier.Portfolios), .. config.Portfolios];
        string[] currencies = [.. portfolios.Select(run.Of)];
        if (run._errors.Count == 0)
            run.Compare(portfolios, currencies);
        if (run._errors.Count > 0)
            throw new InputException(run._errors);
        return currencies[0];
    }

    private string Of(PortfolioConfig portfolio)
    {
        Instrument[] priced =
        [
            .. _config.Instruments.Where(instrument => instrument.Currency is not null && _symbols.Contains(instrument.Symbol)
                && portfolio.Strategies.Any(strategy => StrategyGroup.WorksOn(strategy, instrument))),
        ];
        string currency = portfolio.Currency ?? priced.FirstOrDefault()?.Currency ?? Unsaid;
        if (Array.Find(priced, instrument => instrument.Currency != currency) is { } other)
        {
            string first = portfolio.Currency is null ? $"trades {priced[0].Symbol} in {currency} and" : $"is in {currency} and trades";
            Add(
                portfolio,
                $"portfolio '{portfolio.Name}' {first} {other.Symbol} in {other.Currency}",
                "Use symbols of one currency in a portfolio, and a separate run for each other currency.");
        }

        return currency;
    }

    private void Compare(PortfolioConfig[] portfolios, string[] currencies)
    {
        int other = Array.FindIndex(currencies, currency => currency != currencies[0]);
        if (other < 0)
            return;
        Add(
            portfolios[other],
            $"portfolio '{portfolios[0].Name}' is in {currencies[0]} and portfolio '{portfolios[other].Name}' in {currencies[other]}, under one total",
            "Use a separate run for each currency. A portfolio is in USD if no currency is set for it or its instruments.");
    }

    private void Add(PortfolioConfig portfolio, string found, string fix) =>
        _errors.Add(new InputError("several_currencies", $"{found}: money of different currencies cannot be added and is not converted")
        {
            Key = $"portfolios.{portfolio.Name}.currency",
            Position = portfolio.Position.File is null ? portfolio.Position with { File = _config.File } : portfolio.Position,
            Fix = fix,
        });
}
