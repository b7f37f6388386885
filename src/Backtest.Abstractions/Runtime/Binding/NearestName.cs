using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>Finds the name a user probably meant.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class NearestName
{
    /// <summary>The name with the fewest edits to what was written; <see langword="null"/> if none is near.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="names">The names allowed there; of equals, the first wins.</param>
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
        return names.Count == 0 ? "No keys are allowed here." : $"{guess}Allowed here: {string.Join(", ", names)}.";
    }

    /// <summary>What to do about a word that is not allowed where the message lists those that are: the word probably meant, or that one is to be chosen.</summary>
    public static string Choice(string written, IReadOnlyList<string> names) =>
        Find(written, names) is { } nearest ? $"Did you mean '{nearest}'?" : names.Count == 1 ? $"Write {names[0]}." : "Write one of them.";

    /// <summary>The number of letters to insert, remove or replace, or to swap with the next, case aside (Damerau, 1964).</summary>
    private static int Edits(string from, string to)
    {
        int[] before = [];
        int[] last = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 0; i < from.Length; i++)
        {
            int[] row = new int[to.Length + 1];
            row[0] = i + 1;
            for (int j = 0; j < to.Length; j++)
            {
                int replaced = last[j] + (AreSame(from[i], to[j]) ? 0 : 1);
                row[j + 1] = Math.Min(replaced, Math.Min(last[j + 1], row[j]) + 1);
                if (i > 0 && j > 0 && AreSame(from[i], to[j - 1]) && AreSame(from[i - 1], to[j]))
                    row[j + 1] = Math.Min(row[j + 1], before[j - 1] + 1);
            }

            (before, last) = (last, row);
        }

        return last[to.Length];
    }

    private static bool AreSame(char one, char other) => char.ToLowerInvariant(one) == char.ToLowerInvariant(other);
}
