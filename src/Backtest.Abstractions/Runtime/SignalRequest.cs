using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>What a strategy asks for through its emitter, checked on its own. It refers to its terms, which are too large to copy twice.</summary>
/// <param name="action">What it asks for.</param>
/// <param name="terms">The terms of an entry or a waiting exit, or what an amendment changes; otherwise the default.</param>
/// <param name="direction">For an entry, the side wanted; otherwise the default.</param>
/// <param name="strength">For an entry, how strongly it is wanted; for an exit, the fraction to close; otherwise 1.</param>
/// <param name="refersTo">The signal a cancellation or an amendment refers to.</param>
/// <param name="size">The size of a target, or the quantity of an amendment.</param>
/// <param name="band">For a target, the difference below which nothing is traded.</param>
/// <param name="reason">The reason, in the author's words; may be <see langword="null"/>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct SignalRequest(
    SignalAction action,
    ref readonly EntryTerms terms,
    Direction direction = default,
    double strength = 1,
    SignalHandle refersTo = default,
    PositionSize size = default,
    double band = 0,
    string? reason = null)
{
    private readonly ref readonly EntryTerms _terms = ref terms;

    /// <summary>What it asks for.</summary>
    public SignalAction Action { get; } = action;

    /// <summary>The terms.</summary>
    public ref readonly EntryTerms Terms => ref _terms;

    /// <summary>For an entry, the side wanted.</summary>
    public Direction Direction { get; } = direction;

    /// <summary>For an entry, how strongly it is wanted; for an exit, the fraction to close.</summary>
    public double Strength { get; } = strength;

    /// <summary>The signal a cancellation or an amendment refers to.</summary>
    public SignalHandle RefersTo { get; } = refersTo;

    /// <summary>The size of a target, or the quantity of an amendment.</summary>
    public PositionSize Size { get; } = size;

    /// <summary>For a target, the difference below which nothing is traded.</summary>
    public double Band { get; } = band;

    /// <summary>The reason, in the author's words; may be <see langword="null"/>.</summary>
    public string? Reason { get; } = reason;
}
