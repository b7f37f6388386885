namespace Backtest.Generators.Plugins.Model;

/// <summary>A member of an enum.</summary>
/// <param name="Word">Its name in YAML.</param>
/// <param name="Member">Its name in C#.</param>
internal sealed record EnumWord(string Word, string Member);
