using Backtest.Generators.Model;

namespace Backtest.Generators.Indicators.Model;

/// <summary>An indicator class and the loops written for it.</summary>
/// <param name="Namespace">Empty for the global namespace.</param>
/// <param name="Class">The class.</param>
/// <param name="HintName">The name of the file written.</param>
/// <param name="Vocabulary">How generated source names the vocabulary: empty where a using does, else a full namespace with its dot.</param>
/// <param name="Runtime">The same for the ABI.</param>
/// <param name="Loops">One for each contract.</param>
internal sealed record ColumnModel(
    string Namespace, string Class, string HintName, string Vocabulary, string Runtime, EquatableArray<LoopModel> Loops);
