using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>
/// The emitter of one strategy on one instrument; the node keeps its row up to date. It checks each request on its own; what depends on the market or
/// on earlier signals is checked where the signal is given.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SignalEmitter : ISignals
{
    /// <summary>The row of the bar being handled.</summary>
    public int Row { get; set; }

    /// <inheritdoc/>
    public abstract ReadOnlySpan<OrderEvent> Orders { get; }

    /// <inheritdoc/>
    public abstract ReadOnlySpan<ClosedTrade> Trades { get; }

    /// <summary>Gives a signal.</summary>
    /// <param name="request">The request.</param>
    public abstract SignalHandle Give(in SignalRequest request);

    /// <inheritdoc/>
    public SignalHandle Enter(Direction direction) => Enter(direction, default);

    /// <inheritdoc/>
    public SignalHandle Enter(Direction direction, in EntryTerms terms)
    {
        if (direction is not (Direction.Long or Direction.Short))
            throw new ArgumentOutOfRangeException(nameof(direction), direction, $"{direction} is not a {nameof(Direction)}");
        terms.Validate();
        return Give(new SignalRequest(SignalAction.Enter, in terms, direction, terms.Strength, reason: terms.Reason));
    }

    /// <inheritdoc/>
    public SignalHandle Exit(double fraction = 1, string? reason = null)
    {
        if (!(fraction is > 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "fraction must be above 0 and at most 1");
        EntryTerms market = default;
        return Give(new SignalRequest(SignalAction.Exit, in market, strength: fraction, reason: reason));
    }

    /// <inheritdoc/>
    public SignalHandle Exit(in ExitTerms terms)
    {
        EntryTerms asked = terms.ToOrderTerms();
        return Give(new SignalRequest(SignalAction.Exit, in asked, strength: terms.Fraction, reason: terms.Reason));
    }

    /// <inheritdoc/>
    public SignalHandle Cancel(SignalHandle signal = default, string? reason = null)
    {
        EntryTerms none = default;
        return Give(new SignalRequest(SignalAction.Cancel, in none, refersTo: signal, reason: reason));
    }

    /// <inheritdoc/>
    public SignalHandle Amend(SignalHandle signal, in Amendment amendment)
    {
        amendment.Validate();
        if (signal.Number <= 0)
            throw new ArgumentException("an amendment must name the signal whose order changes", nameof(signal));
        PositionSize size = amendment.Quantity is { } quantity ? PositionSize.Quantity(quantity) : default;
        EntryTerms changed = amendment.ToTerms();
        return Give(new SignalRequest(SignalAction.Amend, in changed, refersTo: signal, size: size, reason: amendment.Reason));
    }

    /// <inheritdoc/>
    public SignalHandle Target(PositionSize size, double band = 0, string? reason = null)
    {
        if (size.Unit == SizeUnit.None || !double.IsFinite(size.Amount))
            throw new ArgumentOutOfRangeException(nameof(size), size, "a target must be a weight, a value or a quantity, such as PositionSize.Weight(0.5)");
        if (!(band >= 0 && double.IsFinite(band)))
            throw new ArgumentOutOfRangeException(nameof(band), band, "a band must be 0 or more");
        EntryTerms market = default;
        return Give(new SignalRequest(SignalAction.Target, in market, size: size, band: band, reason: reason));
    }
}
