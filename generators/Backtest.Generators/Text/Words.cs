using System.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Text;

/// <summary>Converts C# names to the conventions of other formats.</summary>
internal static class Words
{
    /// <summary>Converts <c>MinimumAdx</c> to <c>minimum_adx</c>, and <c>ATRPeriod</c> to <c>atr_period</c>.</summary>
    public static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (int i = 0; i < name.Length; i++)
        {
            bool startsWord = i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord)
                text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    /// <summary>Converts <c>FastLine</c> to <c>fastLine</c>.</summary>
    public static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>The name for a parameter of an event: <c>BarEvent</c> becomes <c>bar</c>.</summary>
    public static string EventName(ITypeSymbol @event)
    {
        const string Suffix = "Event";
        return CamelCase(@event.Name.EndsWith(Suffix, StringComparison.Ordinal) && @event.Name.Length > Suffix.Length
            ? @event.Name.Substring(0, @event.Name.Length - Suffix.Length)
            : @event.Name);
    }

    /// <summary>A noun with its article, such as <c>a SignalEvent</c> or <c>an OrderEvent</c>.</summary>
    public static string Any(string noun)
    {
        bool soundsOpen = "aeiouAEIOU".IndexOf(noun[0]) >= 0 && !noun.StartsWith("uni", StringComparison.OrdinalIgnoreCase); // a universe
        return $"{(soundsOpen ? "an" : "a")} {noun}";
    }

    /// <summary>Takes an unused name: the wanted one, or the wanted one followed by the first free number.</summary>
    public static string TakeUnique(string wanted, ISet<string> taken)
    {
        string name = wanted;
        for (int number = 2; !taken.Add(name); number++)
            name = wanted + number;
        return name;
    }

    /// <summary>Whether two names differ in at most one letter inserted, removed or replaced, ignoring case.</summary>
    public static bool IsNear(string left, string right)
    {
        string a = left.ToLowerInvariant(), b = right.ToLowerInvariant();
        if (a.Length > b.Length)
            (a, b) = (b, a);
        if (b.Length - a.Length > 1)
            return false;
        int same = 0;
        while (same < a.Length && a[same] == b[same])
            same++;
        int skip = b.Length - a.Length;
        return same == a.Length || string.CompareOrdinal(a, same + 1 - skip, b, same + 1, b.Length) == 0;
    }
}
