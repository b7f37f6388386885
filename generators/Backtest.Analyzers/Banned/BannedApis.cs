using System.Collections.Immutable;

namespace Backtest.Analyzers.Banned;

/// <summary>All members that a plugin must not use, by rule.</summary>
internal static class BannedApis
{
    private const string Clock = "reads the machine's clock, which differs in every run";
    private const string TakeBarTime = "use the time of the bar: 'bar.Start' or 'bar.End'";
    private const string Zone = "uses the machine's time zone, which may differ on another machine";
    private const string StayInUtc = "use UTC, as bars do, or take the time zone as a parameter";

    private const string Chance = "gives different numbers in every run";
    private const string Foreign = "uses an algorithm of the platform, which may change between versions";
    private const string SeedYourOwn = "write your own generator, and seed it with 'StartContext.Seed' in OnStart";
    private const string HashSalt = "differs in every process";
    private const string CompareInstead = "compare ordinally, or compute your own hash";

    private const string OtherThread = "leaves the turn, so its effects have no defined place among the events";
    private const string StayInTurn = "do the work in the handler; the host runs independent containers in parallel";

    private const string Outside = "uses something that is not in the run file or the manifest";
    private const string TakeParameter = "take it as a parameter, or embed it as a resource";
    private const string Output = "bypasses the host, which owns the console";
    private const string UseLog = "use 'StartContext.Log', or the 'reason' of a signal";

    private const string Inexact = "differs in its last digits between processors";
    private const string UseDeterministicMath = "use DeterministicMath, or write it with + − × ÷ and Math.Sqrt";
    private const string WriteOut = "write out the operations";
    private const string Single = "computes in single precision, and many of its results differ between processors";
    private const string Particular = "is available only on some processors";
    private const string Width = "sums in an order that depends on the processor";
    private const string WriteLoop = "write out the loop";

    private static readonly string[] Transcendentals =
    [
        "Exp", "ExpM1", "Exp2", "Exp2M1", "Exp10", "Exp10M1", "Log", "LogP1", "Log2", "Log2P1", "Log10", "Log10P1", "Pow", "Cbrt", "Hypot",
        "RootN", "Sin", "SinPi", "Cos", "CosPi", "Tan", "TanPi", "SinCos", "SinCosPi", "Asin", "AsinPi", "Acos", "AcosPi", "Atan",
        "AtanPi", "Atan2", "Atan2Pi", "Sinh", "Cosh", "Tanh", "Asinh", "Acosh", "Atanh",
    ];

    private static readonly string[] Estimates =
        ["FusedMultiplyAdd", "MultiplyAddEstimate", "Lerp", "ReciprocalEstimate", "ReciprocalSqrtEstimate"];

    /// <summary>Clocks and time zones of the machine.</summary>
    public static ImmutableArray<BannedApi> Clocks { get; } =
    [
        new("System.DateTime", Clock, TakeBarTime, ["Now", "UtcNow", "Today"]),
        new("System.DateTimeOffset", Clock, TakeBarTime, ["Now", "UtcNow"]),
        new("System.Environment", Clock, TakeBarTime, ["TickCount", "TickCount64"]),
        new("System.Diagnostics.Stopwatch", Clock, TakeBarTime, []),
        new("System.TimeProvider", Clock, TakeBarTime, []),
        new("System.DateTime", Zone, StayInUtc, ["ToLocalTime"]),
        new("System.DateTimeOffset", Zone, StayInUtc, ["LocalDateTime", "ToLocalTime"]),
        new("System.TimeZoneInfo", Zone, StayInUtc, ["Local"]),
        new("System.TimeZone", Zone, StayInUtc, ["CurrentTimeZone"]),
    ];

    /// <summary>Randomness that does not come from the seed of the run.</summary>
    public static ImmutableArray<BannedApi> Randomness { get; } =
    [
        new("System.Random", Chance, SeedYourOwn, ["Shared"]),
        new("System.Random", Foreign, SeedYourOwn, []),
        new("System.Guid", Chance, SeedYourOwn, ["NewGuid", "CreateVersion7"]),
        new("System.Security.Cryptography.RandomNumberGenerator", Chance, SeedYourOwn, []),
        new("System.Linq.Enumerable", Chance, SeedYourOwn, ["Shuffle"]),
        new("System.String", HashSalt, CompareInstead, ["GetHashCode"]),
        new("System.StringComparer", HashSalt, CompareInstead, ["GetHashCode"]),
        new("System.HashCode", HashSalt, CompareInstead, []),
        new("System.Runtime.CompilerServices.RuntimeHelpers", HashSalt, CompareInstead, ["GetHashCode"]),
    ];

    /// <summary>Tasks, threads, and members that wait for them.</summary>
    public static ImmutableArray<BannedApi> Threads { get; } =
    [
        new("System.Threading.Tasks.Task", OtherThread, StayInTurn, []),
        new("System.Threading.Tasks.TaskFactory", OtherThread, StayInTurn, []),
        new("System.Threading.Tasks.TaskCompletionSource", OtherThread, StayInTurn, []),
        new("System.Threading.Tasks.Parallel", OtherThread, StayInTurn, []),
        new("System.Threading.Thread", OtherThread, StayInTurn, []),
        new("System.Threading.ThreadPool", OtherThread, StayInTurn, []),
        new("System.Threading.Timer", OtherThread, StayInTurn, []),
        new("System.Threading.PeriodicTimer", OtherThread, StayInTurn, []),
        new("System.Timers.Timer", OtherThread, StayInTurn, []),
        new("System.ComponentModel.BackgroundWorker", OtherThread, StayInTurn, []),
        new("System.Linq.ParallelEnumerable", OtherThread, StayInTurn, []),
    ];

    /// <summary>Files, network, console, processes and the environment.</summary>
    public static ImmutableArray<BannedApi> OutsideWorld { get; } =
    [
        new("System.IO.File", Outside, TakeParameter, []),
        new("System.IO.FileInfo", Outside, TakeParameter, []),
        new("System.IO.FileStream", Outside, TakeParameter, []),
        new("System.IO.FileSystemWatcher", Outside, TakeParameter, []),
        new("System.IO.Directory", Outside, TakeParameter, []),
        new("System.IO.DirectoryInfo", Outside, TakeParameter, []),
        new("System.IO.DriveInfo", Outside, TakeParameter, []),
        new("System.IO.RandomAccess", Outside, TakeParameter, []),
        new("System.IO.Path", Outside, TakeParameter, ["Exists", "GetFullPath", "GetTempFileName", "GetTempPath"]),
        new("System.IO.StreamReader", Outside, TakeParameter, [".ctor(path)"]),
        new("System.IO.StreamWriter", Outside, TakeParameter, [".ctor(path)"]),
        new("System.IO.Pipes.*", Outside, TakeParameter, []),
        new("System.IO.MemoryMappedFiles.*", Outside, TakeParameter, []),
        new("System.IO.IsolatedStorage.*", Outside, TakeParameter, []),
        new("System.IO.Compression.ZipFile", Outside, TakeParameter, []),
        new("System.Net.Http.*", Outside, TakeParameter, []),
        new("System.Net.Sockets.*", Outside, TakeParameter, []),
        new("System.Net.WebSockets.*", Outside, TakeParameter, []),
        new("System.Net.NetworkInformation.*", Outside, TakeParameter, []),
        new("System.Net.Mail.SmtpClient", Outside, TakeParameter, []),
        new("System.Net.Dns", Outside, TakeParameter, []),
        new("System.Net.HttpListener", Outside, TakeParameter, []),
        new("System.Net.WebClient", Outside, TakeParameter, []),
        new("System.Net.WebRequest", Outside, TakeParameter, []),
        new("System.Data.Common.DbConnection", Outside, TakeParameter, []),
        new("System.Diagnostics.Process", Outside, TakeParameter, []),
        new("Microsoft.Win32.Registry", Outside, TakeParameter, []),
        new("System.Environment", Outside, TakeParameter,
        [
            "CommandLine", "CurrentDirectory", "Exit", "ExpandEnvironmentVariables", "FailFast", "GetCommandLineArgs",
            "GetEnvironmentVariable", "GetEnvironmentVariables", "GetFolderPath", "GetLogicalDrives", "MachineName", "OSVersion",
            "ProcessId", "ProcessPath", "ProcessorCount", "SetEnvironmentVariable", "UserDomainName", "UserName", "WorkingSet",
        ]),
        new("System.Console", Output, UseLog, []),
        new("System.Diagnostics.Trace", Output, UseLog, []),
    ];

    /// <summary>Arithmetic whose last digits depend on the processor.</summary>
    public static ImmutableArray<BannedApi> Arithmetic { get; } =
    [
        .. Inexactly(
            "System.Math", "System.Double", "System.Single", "System.Half", "System.Numerics.IExponentialFunctions",
            "System.Numerics.ILogarithmicFunctions", "System.Numerics.IPowerFunctions", "System.Numerics.IRootFunctions",
            "System.Numerics.ITrigonometricFunctions", "System.Numerics.IHyperbolicFunctions", "System.Numerics.IFloatingPointIeee754",
            "System.Numerics.INumberBase", "System.Runtime.Intrinsics.Vector64", "System.Runtime.Intrinsics.Vector128",
            "System.Runtime.Intrinsics.Vector256", "System.Runtime.Intrinsics.Vector512"),
        new("System.MathF", Single, "use double and DeterministicMath", []),
        new("System.Numerics.BigInteger", Inexact, UseDeterministicMath, ["Log", "Log10"]),
        new("System.Numerics.Complex", Inexact, UseDeterministicMath, []),
        new("System.Numerics.Vector", Width, WriteLoop, []),
        new("System.Numerics.Tensors.TensorPrimitives", Width, WriteLoop, []),
        new("System.Numerics.Tensors.Tensor", Width, WriteLoop, []),
        new("System.Runtime.Intrinsics.X86.*", Particular, WriteOut, []),
        new("System.Runtime.Intrinsics.Arm.*", Particular, WriteOut, []),
        new("System.Runtime.Intrinsics.Wasm.*", Particular, WriteOut, []),
    ];

    private static IEnumerable<BannedApi> Inexactly(params string[] types) => types.SelectMany(type => new BannedApi[]
    {
        new(type, Inexact, UseDeterministicMath, [.. Transcendentals]),
        new(type, Inexact, WriteOut, [.. Estimates]),
    });
}
