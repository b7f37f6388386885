using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// Reads the names that a classifier gives its states. They are used in run files, keys of metrics and cells of tables, so they must be plain words
/// and distinct.
/// </summary>
internal static class StateNames
{
    /// <summary>Reads the names of a node's states.</summary>
    /// <param name="type">The plugin, as the run file names it.</param>
    /// <param name="node">The node.</param>
    /// <param name="others">The names given by its nodes on other instruments; <see langword="null"/> for the first node.</param>
    /// <exception cref="InputException">There are no names, or they are invalid.</exception>
    public static string[] Of(string type, ClassifierNode node, string[]? others)
    {
        string?[] names = [.. node.States ?? []];
        if (Problem(names, others) is not { } problem)
            return names!;
        throw new InputException(new InputError("invalid_states", $"classifier '{type}' {problem}")
        {
            Fix = "If its parameters name the states, choose different words of letters, digits, '_' and '-'. Otherwise, report the error to the plugin's author.",
        });
    }

    private static string? Problem(string?[] names, string[]? others)
    {
        if (names.Length == 0)
            return "names no states";
        int wrong = Array.FindIndex(names, name => !IsWord(name));
        if (wrong >= 0)
            return $"names a state '{names[wrong]}', which is not a word of letters, digits, '_' and '-'";
        if (names.Contains(RegimeEvent.Unknown))
            return $"names a state '{RegimeEvent.Unknown}', which is reserved for the time before a regime is known";
        if (names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } repeated)
            return $"names two states '{repeated.Key}'";
        return others is not null && !names.SequenceEqual(others)
            ? $"names its states {string.Join(", ", others)} on one instrument and {string.Join(", ", names)} on another"
            : null;
    }

    private static bool IsWord(string? name) => name is { Length: > 0 } && name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-');
}
