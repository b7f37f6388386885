using System.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Text;

/// <summary>Turns names of C# into names of other places.</summary>
internal static class Words
{
    /// <summary><c>MinimumAdx</c> becomes <c>minimum_adx</c>, <c>ATRPeriod</c> becomes <c>atr_period</c>.</summary>
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

    /// <summary><c>FastLine</c> becomes <c>fastLine</c>.</summary>
    public static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>What a parameter of an event is called: <c>BarEvent</c> becomes <c>bar</c>.</summary>
    public static string EventName(ITypeSymbol @event)
    {
        const string Suffix = "Event";
        return CamelCase(@event.Name.EndsWith(Suffix, StringComparison.Ordinal) && @event.Name.Length > Suffix.Length
            ? @event.Name.Substring(0, @event.Name.Length - Suffix.Length)
            : @event.Name);
    }

    /// <summary>A noun with its article: <c>a SignalEvent</c>, <c>an OrderEvent</c>.</summary>
    public static string Any(string noun)
    {
        bool soundsOpen = "aeiouAEIOU".IndexOf(noun[0]) >= 0 && !noun.StartsWith("uni", StringComparison.OrdinalIgnoreCase); // a universe
        return $"{(soundsOpen ? "an" : "a")} {noun}";
    }

    /// <summary>Takes a name nobody has yet: the one wanted, or with the first free number behind it.</summary>
    public static string TakeUnique(string wanted, ISet<string> taken)
    {
        string name = wanted;
        for (int number = 2; !taken.Add(name); number++)
            name = wanted + number;
        return name;
    }

    /// <summary>The number of letters to insert, remove or replace, case aside, is at most one.</summary>
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
