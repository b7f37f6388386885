namespace Backtest.Generators.Plugins.Model;

/// <summary>A member of an enum.</summary>
/// <param name="Word">The name in YAML.</param>
/// <param name="Member">The name in C#.</param>
internal sealed record EnumWord(string Word, string Member);
