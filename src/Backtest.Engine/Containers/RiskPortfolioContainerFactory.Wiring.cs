using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

public sealed partial class RiskPortfolioContainerFactory
{
    private static Wiring WireEventFlows(RiskPortfolioContainer container) => new(container);

    internal static FlowDescription Flow { get; } = new("RiskPortfolioContainer");

    internal sealed class Wiring(RiskPortfolioContainer container)
        : IExecutionEvents, IRegimeEvents, ISignalEvents, IOrderEvents, IPortfolioEvents
    {
        private readonly List<FillEvent> _fills = [];
        private readonly List<OrderRejectedEvent> _rejects = [];
        private readonly List<OrderCanceledEvent> _cancels = [];

        public void OnTurn(in Turn turn)
        {
            container.Book.OnBar(turn, this);
            container.Market.OnBar(turn);
            container.Regimes.OnBar(turn, this);
            container.Portfolio.OnBar(turn);
            foreach (FillEvent fill in _fills)
            {
                foreach (StrategyGroup strategy in container.Strategies)
                    strategy.OnFill(fill);
                container.Risk.OnFill(fill);
            }

            _fills.Clear();
            foreach (OrderRejectedEvent reject in _rejects)
            {
                foreach (StrategyGroup strategy in container.Strategies)
                    strategy.OnReject(reject);
                container.Risk.OnReject(reject);
            }

            _rejects.Clear();
            foreach (OrderCanceledEvent cancel in _cancels)
            {
                foreach (StrategyGroup strategy in container.Strategies)
                    strategy.OnCancel(cancel);
                container.Risk.OnCancel(cancel);
            }

            _cancels.Clear();
            foreach (StrategyGroup strategy in container.Strategies)
                strategy.OnBar(turn, this);
            container.Risk.OnBar(turn, this);
            container.Closing.OnBar(turn, this);
            container.Valuation.OnBar(turn, this);
        }

        void IExecutionEvents.Emit(in FillEvent fill)
        {
            container.Portfolio.OnFill(fill);
            container.Recorder.OnFill(fill);
            _fills.Add(fill);
        }

        void IExecutionEvents.Emit(in OrderRejectedEvent reject) => _rejects.Add(reject);

        void IExecutionEvents.Emit(in OrderCanceledEvent cancel) => _cancels.Add(cancel);

        void IRegimeEvents.Emit(in RegimeEvent regime)
        {
            foreach (StrategyGroup strategy in container.Strategies)
                strategy.OnRegime(regime, this);
            container.Risk.OnRegime(regime);
        }

        void ISignalEvents.Emit(in SignalEvent signal)
        {
            container.Book.OnSignal(signal, this);
            container.Risk.OnSignal(signal);
            container.Recorder.OnSignal(signal);
        }

        void IOrderEvents.Emit(in OrderEvent order)
        {
            container.Book.OnOrder(order, this);
            container.Recorder.OnOrder(order);
        }

        void IOrderEvents.Emit(in SignalVetoedEvent veto) => container.Recorder.OnVeto(veto);

        void IPortfolioEvents.Emit(in PortfolioEvent portfolio) => container.Recorder.OnPortfolio(portfolio);
    }
}
