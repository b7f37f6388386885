using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Analyzers.Plugins;

/// <summary>Determines which types have mutable objects.</summary>
internal static class SharedState
{
    private static readonly HashSet<string> Changeable = new(StringComparer.Ordinal)
    {
        "System.Collections.ArrayList", "System.Collections.BitArray", "System.Collections.Hashtable", "System.Collections.Queue",
        "System.Collections.SortedList", "System.Collections.Stack", "System.Collections.Generic.Dictionary",
        "System.Collections.Generic.HashSet", "System.Collections.Generic.ICollection", "System.Collections.Generic.IDictionary",
        "System.Collections.Generic.IList", "System.Collections.Generic.ISet", "System.Collections.Generic.LinkedList",
        "System.Collections.Generic.List", "System.Collections.Generic.OrderedDictionary", "System.Collections.Generic.PriorityQueue",
        "System.Collections.Generic.Queue", "System.Collections.Generic.SortedDictionary", "System.Collections.Generic.SortedList",
        "System.Collections.Generic.SortedSet", "System.Collections.Generic.Stack", "System.Collections.ObjectModel.Collection",
        "System.Collections.ObjectModel.ObservableCollection", "System.Runtime.CompilerServices.ConditionalWeakTable",
        "System.Runtime.CompilerServices.StrongBox", "System.Text.StringBuilder", "System.Threading.AsyncLocal",
        "System.Threading.ThreadLocal",
    };

    /// <summary>Whether an object of the type can change: a collection, or a class of this assembly with an assignable field.</summary>
    public static bool IsIn(ITypeSymbol type, IAssemblySymbol assembly) => type is INamedTypeSymbol named
        && (Changeable.Contains(named.OriginalDefinition.FullName())
            || named.ContainingNamespace?.FullName() == "System.Collections.Concurrent"
            || (named.TypeKind == TypeKind.Class && SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, assembly)
                && named.SelfAndBases().SelectMany(current => current.GetMembers()).Any(IsAssignedLater)));

    private static bool IsAssignedLater(ISymbol member) => member is IFieldSymbol { IsStatic: false, IsReadOnly: false, IsConst: false };
}
