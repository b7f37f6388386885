using System.Diagnostics;
using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Creates the execution models of a run, both built-in models and those of plugins.</summary>
/// <param name="tree">Finds plugins and collects errors.</param>
internal sealed class ExecutionModels(TreeContext tree)
{
    private const string PathKey = "execution.path";

    /// <summary>The price path within a bar; <see langword="null"/> if none has this name, in which case an error is added.</summary>
    public IPricePath? Path(ExecutionConfig config) =>
        Path(config.PathOfOneBar, config.FinerBars is null ? PathKey : $"{PathKey}.otherwise");

    /// <summary>The finer bars to use; <see langword="null"/> if none are configured, or if they are missing and an error is added.</summary>
    public FinerBars? FinerBars(ExecutionConfig config)
    {
        if (config.FinerBars is not { } asked)
            return null;
        try
        {
            FinerBars bars = tree.Pass.FinerBars(asked.Timeframe);
            if (config.VolumeLimit is not null && bars.All.FirstOrDefault(series => !series.Bars.HasVolume) is { } silent)
            {
                tree.Error(
                    "no_volume", "execution.volume_limit", config.Position,
                    $"volume_limit needs volumes, but the bars of {silent.Bars.Timeframe} of '{silent.Bars.Instrument.Symbol}' have none",
                    "Remove volume_limit, use finer bars with volumes, or use another path.");
            }

            if (config.TakesSidesInUse && bars.All.FirstOrDefault(series => series.LacksSides) is { } unquoted)
            {
                tree.Error(
                    "no_quotes", PathKey, config.PathInUse.Position,
                    $"orders on '{unquoted.Bars.Instrument.Symbol}' fill at bid or ask, but its bars of {unquoted.Bars.Timeframe} have neither",
                    "Use finer bars with bid and ask, or write quotes: ignored.");
            }

            return bars;
        }
        catch (InputException exception)
        {
            tree.Errors.AddRange(exception.Errors.Select(error => error.Key is not null ? error
                : error with { Key = PathKey, Position = tree.Locate(config.PathInUse.Position) }));
            return null;
        }
    }

    private IPricePath? Path(ExecutionModel model, string key) => model.Type switch
    {
        PathNames.Pessimistic => new FixedPath(PathOrder.Worse),
        PathNames.Optimistic => new FixedPath(PathOrder.Better),
        PathNames.NearestExtreme => new NearestExtremePath(),
        PathNames.OpenHighLowClose => new FixedPath(PathOrder.HighFirst),
        _ => OfPlugin<PricePathFactory, IPricePath>(
            PluginKind.PricePath, model, key == PathKey ? PathNames.All : PathNames.OfOneBar, key,
            (factory, binding) => factory.Create(model.Parameters, binding)),
    };

    /// <summary>The matching rules of a name; <see langword="null"/> if none have it, in which case an error is added.</summary>
    public IOrderMatching? Matching(ExecutionModel model) => model.Type switch
    {
        MatchingNames.Standard => new StandardMatching(),
        MatchingNames.TradedThrough => new TradedThroughMatching(),
        MatchingNames.BacktestingPy => new BacktestingPyMatching(),
        MatchingNames.Backtrader => new BacktraderMatching(),
        MatchingNames.Lean => new LeanMatching(),
        MatchingNames.Nautilus => new NautilusMatching(),
        MatchingNames.TradingView => new TradingViewMatching(),
        _ => OfPlugin<OrderMatchingFactory, IOrderMatching>(
            PluginKind.OrderMatching, model, MatchingNames.All, "execution.matching",
            (factory, binding) => factory.Create(model.Parameters, binding)),
    };

    /// <summary>The trading costs; <see langword="null"/> if a model or data it needs is missing, in which case errors are added.</summary>
    public TradingCosts? Costs(ExecutionConfig config)
    {
        int errors = tree.Errors.Count;
        ISlippageModel? slippage = Slippage(config.Slippage);
        if (slippage is not null)
            CheckNeeds(slippage.Needs, config.Position);
        ICommissionModel? commission = Commission(config.Commission);
        return tree.Errors.Count > errors ? null : new TradingCosts(config.Slippage, slippage, commission);
    }

    /// <summary>Adds an error for each borrow rate of a symbol that the data does not have.</summary>
    public void CheckInterest(InterestConfig? interest)
    {
        foreach ((string symbol, _) in interest?.BorrowBySymbol ?? [])
        {
            if (tree.Instruments.All(instrument => instrument.Symbol != symbol))
            {
                tree.Error(
                    "unknown_symbol", $"execution.interest.borrow_by_symbol.{symbol}", interest!.Position, $"the data has no symbol '{symbol}'",
                    NearestName.Advice(symbol, [.. tree.Instruments.Select(instrument => instrument.Symbol)]));
            }
        }
    }

    /// <summary>A portfolio's account; <see langword="null"/> if a plugin or data it needs is missing, in which case an error is added.</summary>
    public IAccount? Account(PortfolioConfig portfolio)
    {
        string key = $"portfolios.{portfolio.Name}.account";
        IAccount? account = portfolio.Account switch
        {
            AccountConfig.Leverage => new LeverageAccount(portfolio.Leverage),
            AccountConfig.Cash => new CashAccount(),
            AccountConfig.RegT own => new RegTAccount(own),
            AccountConfig.PortfolioPercent own => new PortfolioPercentAccount(own),
            AccountConfig.Plugin { Model: var model } => OfPlugin<AccountFactory, IAccount>(
                PluginKind.Account, model, AccountConfig.Words, key, (factory, binding) => factory.Create(model.Parameters, binding)),
            _ => throw new UnreachableException($"no account is known as {portfolio.Account.GetType().Name}"),
        };
        if (account is { NeedsSessionCloses: true }
            && tree.Series.FirstOrDefault(series => !tree.Engine.Closes.AreKnown(series)) is { } endless)
        {
            tree.Error(
                "no_session_close", key, portfolio.Account.Position,
                $"this account needs more margin at the end of a trading day, but the data of '{endless.Instrument.Symbol}' does not define when that is",
                "Set data.calendar, use daily bars, or remove intraday_margin.");
        }

        return account;
    }

    private ISlippageModel? Slippage(SlippageConfig config) => config switch
    {
        SlippageConfig.None => null,
        SlippageConfig.Fixed own => new FixedSlippage(own.Value),
        SlippageConfig.BasisPoints own => new BasisPointsSlippage(own.Value),
        SlippageConfig.HalfSpread => new HalfSpreadSlippage(),
        SlippageConfig.VolumeShare own => new VolumeShareSlippage(own.Impact, own.MaximumShare),
        SlippageConfig.Volatility own => new VolatilitySlippage(own.Value),
        SlippageConfig.SquareRoot own => new SquareRootSlippage(own.Coefficient),
        SlippageConfig.Almgren own => new AlmgrenSlippage(own.SharesOutstanding, own.Duration),
        SlippageConfig.Plugin { Model: var model } => OfPlugin<SlippageModelFactory, ISlippageModel>(
            PluginKind.SlippageModel, model, SlippageConfig.Words, "execution.slippage",
            (factory, binding) => factory.Create(model.Parameters, binding)),
        _ => throw new UnreachableException($"no slippage is known as {config.GetType().Name}"),
    };

    private ICommissionModel? Commission(CommissionConfig config) => config switch
    {
        CommissionConfig.None => null,
        CommissionConfig.PerShare own => new PerShareCommission(own),
        CommissionConfig.Percent own => new PercentCommission(own.Value, own.Value),
        CommissionConfig.MakerTaker own => new PercentCommission(own.Maker, own.Taker),
        CommissionConfig.PerOrder own => new PerOrderCommission(own.Value),
        CommissionConfig.Tiered own => new TieredCommission(own.Tiers),
        CommissionConfig.Sum own => new CommissionSum([.. own.Parts.Select(Commission).OfType<ICommissionModel>()]),
        CommissionConfig.Plugin { Model: var model } => OfPlugin<CommissionModelFactory, ICommissionModel>(
            PluginKind.CommissionModel, model, CommissionConfig.Words, "execution.commission",
            (factory, binding) => factory.Create(model.Parameters, binding)),
        _ => throw new UnreachableException($"no commission is known as {config.GetType().Name}"),
    };

    private void CheckNeeds(SlippageNeeds needs, SourcePosition position)
    {
        if ((needs & SlippageNeeds.Volume) != 0 && tree.Series.FirstOrDefault(series => !series.HasVolume) is { } silent)
        {
            tree.Error(
                "no_volume", "execution.slippage", position, $"this slippage needs volumes, but the data of '{silent.Instrument.Symbol}' has none",
                "Use data with a volume column, or slippage that does not need it, such as basis_points.");
        }

        if ((needs & SlippageNeeds.Quotes) != 0 && tree.Series.FirstOrDefault(series => series.Bid is null || series.Ask is null) is { } unquoted)
        {
            tree.Error(
                "no_quotes", "execution.slippage", position,
                $"this slippage needs bid and ask prices, but the data of '{unquoted.Instrument.Symbol}' has none",
                "Use data with bid and ask prices, or slippage that does not need them, such as basis_points.");
        }
    }

    private TModel? OfPlugin<TFactory, TModel>(
        PluginKind kind, ExecutionModel model, IReadOnlyList<string> builtIn, string key, Func<TFactory, BindingContext, TModel> create)
        where TFactory : PluginFactory
        where TModel : class
    {
        if (!tree.Plugins.Has(kind, model.Type))
        {
            tree.Error(
                "unknown_plugin", key, model.Position, $"there is no {kind.Words} '{model.Type}'",
                NearestName.Advice(model.Type, [.. builtIn, .. tree.Plugins.Ids(kind)]));
            return null;
        }

        var binding = new BindingContext();
        return tree.Plugins.Find<TFactory>(kind, model.Type, key, model.Position, tree) is { } factory
            && PluginResolver.Accepts(factory, model.Parameters, binding, key, tree)
            ? tree.Create(key, model.Position, () => create(factory, binding))
            : null;
    }
}
