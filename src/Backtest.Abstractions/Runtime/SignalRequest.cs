using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>What a strategy asks for through its emitter, checked for itself.</summary>
/// <param name="Action">What it asks for.</param>
/// <param name="Direction">Of an entry, the side wanted; otherwise the default.</param>
/// <param name="Strength">Of an entry, how much it is wanted; of an exit, the fraction to close; otherwise 1.</param>
/// <param name="Terms">The terms of an entry or a waiting exit, or what an amendment changes; otherwise the default.</param>
/// <param name="RefersTo">The signal a cancellation or an amendment is about.</param>
/// <param name="Size">The size of a target, or the quantity of an amendment.</param>
/// <param name="Band">Of a target, the difference below which nothing is traded.</param>
/// <param name="Reason">In the author's words; may be <see langword="null"/>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct SignalRequest(
    SignalAction Action, Direction Direction, double Strength, EntryTerms Terms, SignalHandle RefersTo, PositionSize Size, double Band, string? Reason);
