using Backtest.Generators.Plugins.Model;

namespace Backtest.Generators.Plugins.Emission;

/// <summary>The method that binds a record.</summary>
/// <param name="Type">The record.</param>
/// <param name="Method">The method's name.</param>
/// <param name="IsVariant">Whether it is a case of a union.</param>
/// <param name="HasDefaults">Whether it has optional fields.</param>
/// <param name="Placeholders">The assignments of required fields while defaults are read.</param>
/// <param name="Assignments">The assignment of each field.</param>
internal sealed record RecordView(
    string Type, string Method, bool IsVariant, bool HasDefaults, string Placeholders, IReadOnlyList<string> Assignments)
{
    public bool IsEmpty => Assignments.Count == 0;
}

/// <summary>The method that binds an enum.</summary>
internal sealed record EnumView(string Type, string Method, IReadOnlyList<EnumWord> Words);

/// <summary>The method that binds a union.</summary>
internal sealed record UnionView(string Type, string Method, IReadOnlyList<UnionCase> Cases)
{
    /// <summary>The words of the cases, as arguments.</summary>
    public string Words => string.Join(", ", Cases.Select(variant => variant.Word));
}

/// <summary>A case of a union.</summary>
internal sealed record UnionCase(string Word, string Method);
