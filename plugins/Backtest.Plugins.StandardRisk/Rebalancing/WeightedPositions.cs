using System.Runtime.InteropServices;

namespace Backtest.Plugins.StandardRisk;

/// <summary>The positions of a portfolio, those that are to come included, with the shares of equity they are to have.</summary>
internal sealed class WeightedPositions
{
    private readonly List<WeightedPosition> _positions = [];
    private readonly Dictionary<(int Strategy, int Instrument), double> _strengths = [];

    /// <summary>The positions: first those held, in the order opened, then those that are to come.</summary>
    public Span<WeightedPosition> All => CollectionsMarshal.AsSpan(_positions);

    /// <summary>Takes note of how much a strategy wants an instrument that it enters.</summary>
    public void Want(in SignalEvent entry) => _strengths[(entry.StrategyIndex, entry.Instrument.Index)] = entry.Strength;

    /// <summary>Takes note that a strategy wants less of an instrument.</summary>
    public void Lessen(in SignalEvent exit) =>
        _strengths[(exit.StrategyIndex, exit.Instrument.Index)] = StrengthOf(exit.StrategyIndex, exit.Instrument) * (1 - exit.Strength);

    /// <summary>Lists what stays of what is held, and what rests to be entered.</summary>
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

    /// <summary>Adds what a strategy asks for now.</summary>
    public void Add(int strategyIndex, Instrument instrument, decimal held) =>
        _positions.Add(new WeightedPosition(strategyIndex, instrument, held, StrengthOf(strategyIndex, instrument)));

    /// <summary>The place of a strategy's position in an instrument; −1: there is none.</summary>
    public int Find(int strategyIndex, Instrument instrument)
    {
        for (int i = 0; i < _positions.Count; i++)
        {
            if (_positions[i].Is(strategyIndex, instrument))
                return i;
        }

        return -1;
    }

    /// <summary>Works out the share of equity of each.</summary>
    /// <param name="weights">Which share each gets.</param>
    /// <param name="exposure">What the shares of all add up to at most.</param>
    /// <param name="measures">What the indicator of the weights measures, by the year.</param>
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
