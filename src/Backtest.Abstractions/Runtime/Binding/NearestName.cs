using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>Finds the name a user probably meant.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class NearestName
{
    /// <summary>The name with the fewest edits to what was written; <see langword="null"/>: none is near.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="names">The names that may stand there; of equals the first wins.</param>
    public static string? Find(string written, IEnumerable<string> names)
    {
        string? nearest = null;
        int fewest = Math.Max(1, written.Length / 3) + 1;
        foreach (string name in names)
        {
            int edits = Edits(written, name);
            if (edits < fewest)
                (nearest, fewest) = (name, edits);
        }

        return nearest;
    }

    /// <summary>What to do about a name that is not allowed: the name probably meant, and all that are allowed.</summary>
    public static string Advice(string written, IReadOnlyList<string> names)
    {
        string guess = Find(written, names) is { } nearest ? $"Did you mean '{nearest}'? " : "";
        return names.Count == 0 ? "Nothing is allowed here." : $"{guess}Allowed here: {string.Join(", ", names)}.";
    }

    /// <summary>The number of letters to insert, remove or replace, case aside (Levenshtein, 1966).</summary>
    private static int Edits(string from, string to)
    {
        int[] row = new int[to.Length + 1];
        for (int column = 0; column <= to.Length; column++)
            row[column] = column;
        for (int i = 0; i < from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i + 1;
            for (int j = 0; j < to.Length; j++)
            {
                int replace = diagonal + (char.ToLowerInvariant(from[i]) == char.ToLowerInvariant(to[j]) ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replace, Math.Min(diagonal, row[j]) + 1);
            }
        }

        return row[to.Length];
    }
}
