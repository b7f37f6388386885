using System.Runtime.InteropServices;

namespace Backtest.Plugins.StandardRisk;

/// <summary>The positions of a portfolio, including those to be opened, with their target shares of equity.</summary>
internal sealed class WeightedPositions
{
    private readonly List<WeightedPosition> _positions = [];
    private readonly Dictionary<(int Strategy, int Instrument), double> _strengths = [];

    /// <summary>The positions: first those held, in the order in which they were opened, then those to be opened.</summary>
    public Span<WeightedPosition> All => CollectionsMarshal.AsSpan(_positions);

    /// <summary>Records the strength of a strategy's entry in an instrument.</summary>
    public void Want(in SignalEvent entry) => _strengths[(entry.StrategyIndex, entry.Instrument.Index)] = entry.Strength;

    /// <summary>Records that a strategy reduces its position in an instrument.</summary>
    public void Lessen(in SignalEvent exit) =>
        _strengths[(exit.StrategyIndex, exit.Instrument.Index)] = StrengthOf(exit.StrategyIndex, exit.Instrument) * (1 - exit.Strength);

    /// <summary>Lists the positions that remain after resting exits, and the resting entries.</summary>
    public void Read(PortfolioView portfolio)
    {
        _positions.Clear();
        ReadOnlySpan<OrderEvent> resting = portfolio.RestingOrders();
        foreach (ref readonly StrategyPosition own in portfolio.Positions())
        {
            decimal staying = Math.Abs(own.Position.Quantity) - Leaving(own, resting);
            if (staying > 0)
                Add(own.StrategyIndex, own.Instrument, staying);
        }

        foreach (ref readonly OrderEvent order in resting)
        {
            if (order.PositionEffect == PositionEffect.Open && Find(order.StrategyIndex, order.Instrument) < 0)
                Add(order.StrategyIndex, order.Instrument, held: 0);
        }
    }

    /// <summary>Adds a position.</summary>
    public void Add(int strategyIndex, Instrument instrument, decimal held) =>
        _positions.Add(new WeightedPosition(strategyIndex, instrument, held, StrengthOf(strategyIndex, instrument)));

    /// <summary>The index of a strategy's position in an instrument; −1 if there is none.</summary>
    public int Find(int strategyIndex, Instrument instrument)
    {
        for (int i = 0; i < _positions.Count; i++)
        {
            if (_positions[i].Is(strategyIndex, instrument))
                return i;
        }

        return -1;
    }

    /// <summary>Computes the target share of equity of each position.</summary>
    /// <param name="weights">Determines the share of each position.</param>
    /// <param name="exposure">The maximum sum of all shares.</param>
    /// <param name="measures">Returns the annualized value of the weights' indicator for an instrument.</param>
    public void Weigh(TargetWeights weights, double exposure, Func<Instrument, double> measures)
    {
        double sum = 0;
        foreach (ref WeightedPosition position in All)
        {
            position.Share = weights.Of(position.Instrument, measures(position.Instrument));
            sum += position.Share ?? 0;
        }

        foreach (ref WeightedPosition position in All)
        {
            double among = weights.IsRelative ? sum : CountOf(position.Instrument);
            position.Share *= exposure * position.Strength / among;
        }
    }

    private double StrengthOf(int strategyIndex, Instrument instrument) => _strengths.GetValueOrDefault((strategyIndex, instrument.Index), 1);

    private int CountOf(Instrument instrument)
    {
        int count = 0;
        foreach (ref readonly WeightedPosition position in All)
            count += position.Instrument.Index == instrument.Index ? 1 : 0;
        return count;
    }

    private static decimal Leaving(in StrategyPosition own, ReadOnlySpan<OrderEvent> resting)
    {
        decimal leaving = 0;
        foreach (ref readonly OrderEvent order in resting)
        {
            if (order is { PositionEffect: PositionEffect.Close, Type: OrderType.Market } && order.StrategyIndex == own.StrategyIndex
                && order.Instrument.Index == own.Instrument.Index)
            {
                leaving += order.Quantity;
            }
        }

        return leaving;
    }
}
