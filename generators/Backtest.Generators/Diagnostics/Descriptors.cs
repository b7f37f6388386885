using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Diagnostics;

/// <summary>All diagnostics of the generators. Each has a section in docs/diagnostics.md.</summary>
internal static class Descriptors
{
    private const string Flow = "Backtest.Flow";
    private const string Plugin = "Backtest.Plugin";

    public static readonly DiagnosticDescriptor EventWithoutHandler = Error(
        "BT0001", Flow, "An event nobody handles",
        "'{0}' emits {1} but nothing in '{2}' handles it; add a handler of {1} to a role, or take the emitter away");

    public static readonly DiagnosticDescriptor HandlerWithoutSource = Error(
        "BT0002", Flow, "A handler nobody feeds",
        "'{0}' handles {1} but nothing in '{2}' emits it; let a role emit {1}{3}");

    public static readonly DiagnosticDescriptor StageRunsBackwards = Error(
        "BT0003", Flow, "A stage runs backwards",
        "'{0}' handles {1} (stage {2}) but takes {3}, which emits {4} (stage {5}); a handler emits only events of stages above its own: "
        + "emit from an earlier handler, and keep here what it needs to know");

    public static readonly DiagnosticDescriptor Cycle = Error(
        "BT0004", Flow, "A cycle in a container",
        "'{0}' has a cycle: {1}; mark the handler that may wait for the next turn with [Delayed], or read what the last turn left, with "
        + "ReadTime.Before");

    public static readonly DiagnosticDescriptor WrongSignature = Error(
        "BT0005", Plugin, "A handler with a wrong signature", "'{0}' is no handler: {1}; {2}");

    public static readonly DiagnosticDescriptor MissingPartial = Error(
        "BT0006", Plugin, "A missing 'partial'", "'{0}' must be partial, so that {1} can be written beside it; add 'partial' to {2}");

    public static readonly DiagnosticDescriptor DuplicateId = Error(
        "BT0007", Plugin, "Two plugins with one id", "'{0}' and '{1}' both have the id '{2}'; give one of them another id");

    public static readonly DiagnosticDescriptor DefaultOutOfRange = Error(
        "BT0008", Plugin, "A default outside its own range",
        "'{0}' is {1} by default, but its range is {2}; change the default or the range");

    public static readonly DiagnosticDescriptor InvalidIndicator = Error(
        "BT0009", Plugin, "An indicator that cannot be read", "'{0}' reads no indicator: {1}; {2}");

    public static readonly DiagnosticDescriptor InvalidParameter = Error(
        "BT0010", Plugin, "A property that cannot be a parameter", "'{0}' cannot be a parameter: {1}; {2}");

    public static readonly DiagnosticDescriptor MissingMember = Error(
        "BT0011", Plugin, "A plugin without what makes it one", "'{0}' is {1} but has no {2}; add '{3}'");

    public static readonly DiagnosticDescriptor EmitsTooMuch = Error(
        "BT0012", Plugin, "A plugin that emits what is not its own", "'{0}' emits {1} but may only emit up to {2}; {3}");

    public static readonly DiagnosticDescriptor InvalidPluginClass = Error(
        "BT0013", Plugin, "A class that cannot be a plugin", "'{0}' cannot be a plugin: {1}; {2}");

    public static readonly DiagnosticDescriptor InvalidRole = Error(
        "BT0014", Flow, "A container that cannot be wired", "'{0}' cannot be wired: {1}; {2}");

    public static readonly DiagnosticDescriptor ContainerWithoutFactory = Error(
        "BT0015", Plugin, "A container plugin that says no container",
        "'{0}' is a container plugin but does not say which container it makes; add '[ContainerFactory(typeof(TheContainer))]', "
        + "where TheContainer is the class whose roles are wired");

    public static readonly DiagnosticDescriptor InvalidCreate = Error(
        "BT0016", Plugin, "A factory that cannot make its container",
        "'{0}' cannot make its container: {1}; write 'public {2} Create(ContainerParts parts)'");

    public static readonly DiagnosticDescriptor MembersLeftOut = Error(
        "BT0017", Flow, "A container that leaves its strategies out",
        "'{0}' holds {1} for the strategies a run file gives it; {2}");

    public static readonly DiagnosticDescriptor HandlerOutsideRoles = Error(
        "BT0018", Flow, "A handler that is no role's",
        "'{0}' would never be called: the host brings events to the roles of a container; move it to a class that plays a role of '{1}'");

    public static readonly DiagnosticDescriptor SignalOutsideBar = Error(
        "BT0019", Flow, "A signal outside a bar",
        "'{0}' takes ISignals but hears of {1} outside a bar, and signals belong to one; keep what it says, and signal in a handler of BarEvent");

    public static readonly DiagnosticDescriptor InvalidTimeframe = Error(
        "BT0020", Plugin, "A timeframe that is none",
        "'{0}' is on the timeframe '{1}', but {2}; write a count and s, m, h, d, w, mo or q ('15m', '1d'), or name a Timeframe parameter with nameof");

    public static readonly DiagnosticDescriptor InvalidBars = Error(
        "BT0021", Plugin, "Bars that cannot be read", "'{0}' reads no bars: {1}; {2}");

    public static readonly DiagnosticDescriptor InvalidContract = Error(
        "BT0022", Plugin, "A kind of plugin that cannot be made",
        "'{0}' is {1}, but nothing can be written for it: {3}; mend what [PluginContract] names on '{2}'");

    public static readonly DiagnosticDescriptor UndeclaredRead = Error(
        "BT0023", Flow, "A read that is not declared",
        "'{0}' holds the role '{1}' in '{2}' but does not say that it reads it, so nothing orders '{1}' and '{4}'; add '[Reads<{3}>]' to the "
        + "class or to the handler that reads it, with ReadTime.Before for what the last turn left");

    public static readonly DiagnosticDescriptor OpenRead = Error(
        "BT0024", Flow, "A read whose order is open",
        "'{0}' leads to '{1}', which reads the role '{2}', but nothing says which of the two is to handle {3} first; add '[Reads<{4}>]' to "
        + "'{0}' for '{2}' first, '[Reads<{4}>(ReadTime.Before)]' for '{0}' first");

    private static DiagnosticDescriptor Error(string id, string category, string title, string message) =>
        new(id, title, message, category, DiagnosticSeverity.Error, isEnabledByDefault: true,
            helpLinkUri: $"docs/diagnostics.md#{id.ToLowerInvariant()}");
}
