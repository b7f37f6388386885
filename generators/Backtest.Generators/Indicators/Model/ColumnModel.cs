using Backtest.Generators.Model;

namespace Backtest.Generators.Indicators.Model;

/// <summary>An indicator class and the loops generated for it.</summary>
/// <param name="Namespace">The namespace; empty for the global namespace.</param>
/// <param name="Class">The name of the class.</param>
/// <param name="HintName">The name of the generated file.</param>
/// <param name="Vocabulary">
/// The prefix of names of the vocabulary in generated source: empty if a using directive covers it, otherwise a full namespace with its dot.
/// </param>
/// <param name="Runtime">The same prefix for the ABI.</param>
/// <param name="Loops">The loops, one for each contract.</param>
internal sealed record ColumnModel(
    string Namespace, string Class, string HintName, string Vocabulary, string Runtime, EquatableArray<LoopModel> Loops);
