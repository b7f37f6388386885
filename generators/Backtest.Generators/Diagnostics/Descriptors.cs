using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Diagnostics;

/// <summary>All diagnostics of the generators. Each has a section in docs/diagnostics.md.</summary>
internal static class Descriptors
{
    private const string Flow = "Backtest.Flow";
    private const string Plugin = "Backtest.Plugin";

    public static readonly DiagnosticDescriptor EventWithoutHandler = Error(
        "BT0001", Flow, "Event without a handler",
        "'{0}' emits {1} but nothing in '{2}' handles it; add a handler of {1} to a role, or remove the emitter");

    public static readonly DiagnosticDescriptor HandlerWithoutSource = Error(
        "BT0002", Flow, "Handler without a source",
        "'{0}' handles {1} but nothing in '{2}' emits it; let a role emit {1}{3}");

    public static readonly DiagnosticDescriptor StageRunsBackwards = Error(
        "BT0003", Flow, "Event of an earlier stage",
        "'{0}' handles {1} (stage {2}) but takes {3}, which emits {4} (stage {5}); a handler can only emit events of later stages: "
        + "emit it from an earlier handler, and store here what that handler needs");

    public static readonly DiagnosticDescriptor Cycle = Error(
        "BT0004", Flow, "Cycle in a container",
        "'{0}' has a cycle: {1}; mark the handler that can wait for the next turn with [Delayed], or read the state of the last turn, with "
        + "ReadTime.Before");

    public static readonly DiagnosticDescriptor WrongSignature = Error(
        "BT0005", Plugin, "Handler with a wrong signature", "'{0}' is not a handler: {1}; {2}");

    public static readonly DiagnosticDescriptor MissingPartial = Error(
        "BT0006", Plugin, "Missing 'partial'", "'{0}' must be partial, so that {1} can be generated; add 'partial' to {2}");

    public static readonly DiagnosticDescriptor DuplicateId = Error(
        "BT0007", Plugin, "Duplicate plugin id", "'{0}' and '{1}' both have the id '{2}'; change the id of one of them");

    public static readonly DiagnosticDescriptor DefaultOutOfRange = Error(
        "BT0008", Plugin, "Default outside its range",
        "'{0}' is {1} by default, but its range is {2}; change the default or the range");

    public static readonly DiagnosticDescriptor InvalidIndicator = Error(
        "BT0009", Plugin, "Indicator that cannot be read", "'{0}' cannot read an indicator: {1}; {2}");

    public static readonly DiagnosticDescriptor InvalidParameter = Error(
        "BT0010", Plugin, "Property that cannot be a parameter", "'{0}' cannot be a parameter: {1}; {2}");

    public static readonly DiagnosticDescriptor MissingMember = Error(
        "BT0011", Plugin, "Plugin without a required member", "'{0}' is {1} but has no {2}; add '{3}'");

    public static readonly DiagnosticDescriptor EmitsTooMuch = Error(
        "BT0012", Plugin, "Plugin that emits events of another kind", "'{0}' emits {1} but may only emit up to {2}; {3}");

    public static readonly DiagnosticDescriptor InvalidPluginClass = Error(
        "BT0013", Plugin, "Class that cannot be a plugin", "'{0}' cannot be a plugin: {1}; {2}");

    public static readonly DiagnosticDescriptor InvalidRole = Error(
        "BT0014", Flow, "Container that cannot be wired", "'{0}' cannot be wired: {1}; {2}");

    public static readonly DiagnosticDescriptor ContainerWithoutFactory = Error(
        "BT0015", Plugin, "Container plugin without a container",
        "'{0}' is a container plugin but does not name its container; add '[ContainerFactory(typeof(TheContainer))]', "
        + "where TheContainer is the class with the roles");

    public static readonly DiagnosticDescriptor InvalidCreate = Error(
        "BT0016", Plugin, "Factory that cannot create its container",
        "'{0}' cannot create its container: {1}; write 'public {2} Create(ContainerParts parts)'");

    public static readonly DiagnosticDescriptor MembersLeftOut = Error(
        "BT0017", Flow, "Container that omits its strategies",
        "'{0}' has {1} for the strategies of the run file; {2}");

    public static readonly DiagnosticDescriptor HandlerOutsideRoles = Error(
        "BT0018", Flow, "Handler outside a role",
        "'{0}' would never be called: the host passes events only to the roles of a container; move it to a class that is a role of '{1}'");

    public static readonly DiagnosticDescriptor SignalOutsideBar = Error(
        "BT0019", Flow, "Signal outside a bar",
        "'{0}' takes ISignals but receives {1} outside a bar, and signals belong to a bar; store the event, and signal in a handler of BarEvent");

    public static readonly DiagnosticDescriptor InvalidTimeframe = Error(
        "BT0020", Plugin, "Invalid timeframe",
        "'{0}' is on the timeframe '{1}', but {2}; write a count and s, m, h, d, w, mo or q ('15m', '1d'), or name a Timeframe parameter with nameof");

    public static readonly DiagnosticDescriptor InvalidBars = Error(
        "BT0021", Plugin, "Bars that cannot be read", "'{0}' cannot read bars: {1}; {2}");

    public static readonly DiagnosticDescriptor InvalidContract = Error(
        "BT0022", Plugin, "Kind of plugin that cannot be generated",
        "'{0}' is {1}, but no code can be generated for it: {3}; correct what [PluginContract] names on '{2}'");

    public static readonly DiagnosticDescriptor UndeclaredRead = Error(
        "BT0023", Flow, "Undeclared read",
        "'{0}' has the role '{1}' in '{2}' but does not declare that it reads it, so the order of '{1}' and '{4}' is undefined; add '[Reads<{3}>]' to the "
        + "class or to the handler that reads it, with ReadTime.Before for the state of the last turn");

    public static readonly DiagnosticDescriptor OpenRead = Error(
        "BT0024", Flow, "Read whose order is undecided",
        "'{0}' leads to '{1}', which reads the role '{2}', but it is undefined which of the two handles {3} first; add '[Reads<{4}>]' to "
        + "'{0}' for '{2}' first, '[Reads<{4}>(ReadTime.Before)]' for '{0}' first");

    private static DiagnosticDescriptor Error(string id, string category, string title, string message) =>
        new(id, title, message, category, DiagnosticSeverity.Error, isEnabledByDefault: true,
            helpLinkUri: $"docs/diagnostics.md#{id.ToLowerInvariant()}");
}
