using Backtest.Abstractions.Runtime;

namespace Backtest;

/// <summary>One symbol in a turn of a universe strategy. A view that cannot be stored: store its <see cref="Instrument"/>.</summary>
public readonly ref struct UniverseMember
{
    private readonly CrossSection _section;
    private readonly int _index;

    internal UniverseMember(CrossSection section, int index)
    {
        _section = section;
        _index = index;
    }

    /// <summary>What is traded.</summary>
    public Instrument Instrument => _section.Series(_index).Instrument;

    /// <summary>The instrument's symbol.</summary>
    public string Symbol => Instrument.Symbol;

    /// <summary>The bar that ended now.</summary>
    public BarEvent Bar => new(_section.Series(_index), _section.Row(_index));

    /// <summary>The strategy's position in it.</summary>
    public ref readonly Position Position => ref _section.Position(_index).Position;

    /// <summary>
    /// Whether the universe holds the symbol on this day. A symbol that has left stays a member while the strategy holds it; entries into it are
    /// vetoed as <c>not_in_universe</c>.
    /// </summary>
    public bool IsEligible => _section.IsEligible(_index);

    /// <summary>Whether all declared indicators are ready on this symbol; always true unless the strategy sets <c>CallBeforeReady</c>.</summary>
    public bool IsReady => _section.IsReady(_index);
}
