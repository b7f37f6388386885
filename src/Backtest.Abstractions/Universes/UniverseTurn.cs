using System.ComponentModel;
using Backtest.Abstractions.Runtime;

namespace Backtest;

/// <summary>
/// One turn as a universe strategy sees it: its members, in ordinal order of symbols. A member is a symbol of the strategy with a bar that ended now
/// and all declared indicators ready, that the universe holds on this day or the strategy still holds. A view that cannot be stored.
/// </summary>
public readonly ref struct UniverseTurn
{
    private readonly CrossSection _section;

    /// <summary>A view of a cross-section. For the host.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public UniverseTurn(CrossSection section) => _section = section;

    /// <summary>The time of the turn: the end of its bars, UTC.</summary>
    public DateTime Time => new(_section.Time, DateTimeKind.Utc);

    /// <summary>The trading day.</summary>
    public DateOnly TradingDay => DateOnly.FromDayNumber(_section.Day);

    /// <summary>How many members there are; at least one.</summary>
    public int Count => _section.Count;

    /// <summary>A member.</summary>
    /// <param name="place">Its index among the members, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such member.</exception>
    public UniverseMember this[int place] => new(_section, _section.InstrumentAt(place));

    /// <summary>The strategy's position in one of its symbols, member or not.</summary>
    public Position Position(Instrument instrument) => _section.Position(instrument.Index).Position;

    /// <summary>Enumerates the members.</summary>
    public Enumerator GetEnumerator() => new(_section);

    /// <summary>Enumerates the members of a turn.</summary>
    public ref struct Enumerator
    {
        private readonly CrossSection _section;
        private int _place;

        internal Enumerator(CrossSection section)
        {
            _section = section;
            _place = -1;
        }

        /// <summary>The current member.</summary>
        public readonly UniverseMember Current => new(_section, _section.InstrumentAt(_place));

        /// <summary>Goes to the next member.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext() => ++_place < _section.Count;
    }
}
