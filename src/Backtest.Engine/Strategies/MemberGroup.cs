using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>The strategies inside a container, on one instrument.</summary>
internal sealed class MemberGroup : MemberStrategies
{
    private readonly string _container;
    private readonly StrategyInstance[] _members;
    private readonly MemberSignals _signals;
    private readonly BarSeries _bars;
    private readonly FaultContext _context;

    public MemberGroup(
        string container, IReadOnlyList<string> names, StrategyInstance[] members, MemberSignals signals, BarSeries bars, FaultContext context)
    {
        Names = names;
        _container = container;
        _members = members;
        _signals = signals;
        _bars = bars;
        _context = context;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names { get; }

    /// <inheritdoc/>
    public override void OnBar(BarEvent bar, ISignalEvents signals)
    {
        int row = (int)(bar.Index - _bars.FirstIndex);
        _signals.Open(signals);
        foreach (StrategyInstance member in _members)
        {
            _context.Enter(member.Name, nameof(BarEvent));
            member.Node.OnTurn(row);
        }

        _signals.Close();
        _context.Enter(_container, nameof(BarEvent));
    }

    /// <inheritdoc/>
    public override void OnRegime(in RegimeEvent regime)
    {
        foreach (StrategyInstance member in _members)
        {
            if (!member.HandlesRegimes)
                continue;
            _context.Enter(member.Name, nameof(RegimeEvent));
            member.Node.OnRegime(regime);
        }

        _context.Enter(_container, nameof(RegimeEvent));
    }

    /// <inheritdoc/>
    public override void OnFill(in FillEvent fill)
    {
        foreach (StrategyInstance member in _members)
        {
            _context.Enter(member.Name, nameof(FillEvent));
            member.Node.OnFill(fill);
        }

        _context.Enter(_container, nameof(FillEvent));
    }

    /// <inheritdoc/>
    public override void OnReject(in OrderRejectedEvent reject)
    {
        foreach (StrategyInstance member in _members)
        {
            _context.Enter(member.Name, nameof(OrderRejectedEvent));
            member.Node.OnReject(reject);
        }

        _context.Enter(_container, nameof(OrderRejectedEvent));
    }

    /// <inheritdoc/>
    public override void OnCancel(in OrderCanceledEvent cancel)
    {
        foreach (StrategyInstance member in _members)
        {
            _context.Enter(member.Name, nameof(OrderCanceledEvent));
            member.Node.OnCancel(cancel);
        }

        _context.Enter(_container, nameof(OrderCanceledEvent));
    }
}
