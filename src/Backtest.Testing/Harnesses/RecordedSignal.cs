using System.ComponentModel;
using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>A signal as the strategy gave it.</summary>
/// <param name="Row">The bar it was decided on, from 0.</param>
/// <param name="Action">What it asks for.</param>
/// <param name="Direction">For an entry, the side wanted; for an exit, the side of the position.</param>
/// <param name="Strength">For an entry, how strongly it is wanted; for an exit, the fraction to close.</param>
/// <param name="Terms">The terms of an entry or a waiting exit, or what an amendment changes; otherwise empty.</param>
/// <param name="Reason">The reason, in the author's words; may be <see langword="null"/>.</param>
public sealed record RecordedSignal(
    int Row, SignalAction Action, Direction Direction, double Strength, EntryTerms Terms, string? Reason)
{
    /// <summary>For a cancellation or an amendment, the signal it refers to.</summary>
    public SignalHandle RefersTo { get; init; }

    /// <summary>For a target, the position wanted; for an amendment, the quantity.</summary>
    public PositionSize Size { get; init; }

    /// <summary>For a target, the difference below which nothing is traded.</summary>
    public double Band { get; init; }

    /// <summary>What a strategy asked for at a bar. For harnesses and tests.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static RecordedSignal From(int row, in SignalRequest request) =>
        new(row, request.Action, request.Direction, request.Strength, request.Terms, request.Reason)
        {
            RefersTo = request.RefersTo,
            Size = request.Size,
            Band = request.Band,
        };
}
