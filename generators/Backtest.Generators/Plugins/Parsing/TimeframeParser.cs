using System.Globalization;
using Backtest.Generators.Diagnostics;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Plugins.Parsing;

/// <summary>Converts the timeframe of an attribute to its C# expression.</summary>
internal sealed class TimeframeParser(PluginScope scope)
{
    private const string Type = "Backtest.Timeframe";
    private const string Units = "smhdwq";
    private const string MonthWord = "mo";

    private readonly NamedMembers _members = new(scope.Class, scope.Compilation);

    /// <summary>The expression; <see langword="null"/> if the text is not a timeframe, which is reported.</summary>
    public string? Parse(IPropertySymbol property, string text)
    {
        if (IsTimeframe(text, out int count, out char unit))
            return $"new {scope.Names.VocabularyPrefix}Timeframe({count.ToString(CultureInfo.InvariantCulture)}, '{unit}')";
        if (_members.Find(text) is not { } member || NamedMembers.TypeOf(member) is not { } type)
            return Reject(property, text, "it is not a count with a unit, and no member has that name");
        return type.Is(Type)
            ? $"{(member.IsStatic ? scope.Class.Name : SpecificationParser.Author)}.{member.Name}{(member is IMethodSymbol ? "()" : "")}"
            : Reject(property, text, $"that member is of type {type.ToDisplayString()}");
    }

    private static bool IsTimeframe(string text, out int count, out char unit)
    {
        bool isOfMonths = text.EndsWith(MonthWord, StringComparison.Ordinal);
        int digits = text.Length - (isOfMonths ? MonthWord.Length : 1);
        count = 0;
        unit = isOfMonths ? 'M' : text.Length > 0 ? text[text.Length - 1] : ' ';
        return digits > 0 && (isOfMonths || Units.IndexOf(unit) >= 0)
            && int.TryParse(text.Substring(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out count) && count > 0;
    }

    private string? Reject(IPropertySymbol property, string text, string why)
    {
        scope.Report(Descriptors.InvalidTimeframe, property, property.Name, text, why);
        return null;
    }
}
