using System.Runtime.InteropServices;

namespace Backtest.Results;

/// <summary>Where rows are in their table, by portfolio and id. Ids count from 1 in their portfolio.</summary>
internal sealed class RowPlaces
{
    private readonly Dictionary<string, List<int>> _places = new(StringComparer.Ordinal);

    /// <param name="count">How many rows there are.</param>
    /// <param name="keyOf">The portfolio and the id of a row.</param>
    public RowPlaces(int count, Func<int, (string Portfolio, int Id)> keyOf)
    {
        for (int row = 0; row < count; row++)
        {
            (string portfolio, int id) = keyOf(row);
            ref List<int>? places = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, portfolio, out _);
            places ??= [];
            while (places.Count <= id)
                places.Add(-1);
            places[id] = row;
        }
    }

    /// <summary>The place of a row, or -1 if there is none.</summary>
    public int Find(string portfolio, int id) =>
        _places.TryGetValue(portfolio, out List<int>? places) && id >= 0 && id < places.Count ? places[id] : -1;
}

/// <summary>Which rows of one table belong to which of another, in the order of their table.</summary>
internal sealed class RowLinks
{
    private readonly int[] _first;
    private readonly int[] _next;

    /// <param name="owners">How many rows the other table has.</param>
    /// <param name="count">How many rows there are.</param>
    /// <param name="ownerOf">The place of the row that a row belongs to; -1 if it belongs to none.</param>
    public RowLinks(int owners, int count, Func<int, int> ownerOf)
    {
        _first = new int[owners];
        _next = new int[count];
        Array.Fill(_first, -1);
        for (int row = count - 1; row >= 0; row--)
        {
            int owner = ownerOf(row);
            if (owner < 0)
                continue;
            _next[row] = _first[owner];
            _first[owner] = row;
        }
    }

    /// <summary>The rows that belong to a row; none to a row that is not there.</summary>
    public IEnumerable<int> Of(int owner)
    {
        for (int row = owner < 0 ? -1 : _first[owner]; row >= 0; row = _next[row])
            yield return row;
    }
}
