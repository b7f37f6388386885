using System.Runtime.InteropServices;

namespace Backtest.Results;

/// <summary>The positions of rows in their table, by portfolio and id. Ids count from 1 in their portfolio.</summary>
internal sealed class RowPlaces
{
    private readonly Dictionary<string, List<int>> _places = new(StringComparer.Ordinal);

    /// <param name="count">The number of rows.</param>
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

    /// <summary>The position of a row, or -1 if there is none.</summary>
    public int Find(string portfolio, int id) =>
        _places.TryGetValue(portfolio, out List<int>? places) && id >= 0 && id < places.Count ? places[id] : -1;
}

/// <summary>Links the rows of one table to the rows of another they belong to, in the order of their table.</summary>
internal sealed class RowLinks
{
    private readonly int[] _first;
    private readonly int[] _next;

    /// <param name="owners">The number of rows of the other table.</param>
    /// <param name="count">The number of rows.</param>
    /// <param name="ownerOf">The position of the row that a row belongs to, or -1 if there is none.</param>
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

    /// <summary>The rows that belong to a row; none if the row does not exist.</summary>
    public IEnumerable<int> Of(int owner)
    {
        for (int row = owner < 0 ? -1 : _first[owner]; row >= 0; row = _next[row])
            yield return row;
    }
}
