using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Backtest.Tests;

/// <summary>
/// A separate PostgreSQL server in a temporary folder, on the loopback address and a socket. If run by root, it switches to another user, since
/// PostgreSQL refuses to run as root.
/// </summary>
internal sealed class PostgresServer : IDisposable
{
    public const string User = "backtest";

    public const string Password = "moonlit-heron";

    private readonly string _folder;
    private readonly string _binaries;
    private readonly string[] _asUser;

    private PostgresServer(string folder, string binaries, string[] asUser, int port)
    {
        _folder = folder;
        _binaries = binaries;
        _asUser = asUser;
        Port = port;
    }

    public static string Host => "127.0.0.1";

    public int Port { get; }

    /// <summary>The folder of its socket, which can also be used as a host.</summary>
    public string Sockets => _folder;

    /// <summary>Starts a server.</summary>
    /// <param name="isDurable">Whether it writes as durably as a real server instead of fast.</param>
    /// <returns>The server, or null if PostgreSQL is not installed.</returns>
    public static PostgresServer? Start(bool isDurable = false)
    {
        if (FindBinaries() is not { } binaries)
            return null;

        string folder = Directory.CreateTempSubdirectory("backtest-pg-").FullName;
        File.WriteAllText(Path.Combine(folder, "password"), Password);
        string[] asUser = Environment.IsPrivilegedProcess ? BecomeAnother(folder) : [];
        var server = new PostgresServer(folder, binaries, asUser, FreePort());
        try
        {
            server.Run(
                "initdb", "--pgdata", server.Data, "--username", User, "--auth", "scram-sha-256", "--pwfile", Path.Combine(folder, "password"),
                "--encoding", "UTF8", "--locale", "C", "--no-sync");
            string speed = isDurable ? "" : " -c fsync=off -c full_page_writes=off -c synchronous_commit=off";
            server.Run(
                "pg_ctl", "--pgdata", server.Data, "--log", Path.Combine(folder, "log"), "--silent", "--wait", "--timeout", "120",
                "--options", $"-c listen_addresses={Host} -c port={server.Port} -c unix_socket_directories='{folder}'{speed}", "start");
        }
        catch (InvalidOperationException)
        {
            server.Dispose();
            throw;
        }

        return server;
    }

    /// <summary>A connection string in Npgsql's format.</summary>
    public string Connection(string database) => $"Host={Host};Port={Port};Database={database};Username={User};Password={Password}";

    public void Dispose()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
            Run("pg_ctl", "--pgdata", Data, "--silent", "--wait", "--mode", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    private static string? FindBinaries()
    {
        IEnumerable<string> path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<string> debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(version => version.Length)
                .ThenByDescending(version => version, StringComparer.Ordinal)
                .Select(version => Path.Combine(version, "bin"))
            : [];
        return OperatingSystem.IsWindows() ? null : debian.Concat(path).FirstOrDefault(
            folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));
    }

    /// <summary>Gives the folder to an ordinary user.</summary>
    /// <returns>The start of a command line that runs a command as that user.</returns>
    private static string[] BecomeAnother(string folder)
    {
        string[][] users = [.. File.ReadLines("/etc/passwd").Select(line => line.Split(':'))];
        string[] user = users.FirstOrDefault(user => user[0] == "postgres") ?? users.First(user => user[0] == "nobody");
        Run("chown", ["-R", $"{user[2]}:{user[3]}", folder], folder);
        return ["setpriv", "--reuid", user[2], "--regid", user[3], "--clear-groups", "--"];
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Run(string program, params string[] arguments)
    {
        string[] line = [.. _asUser, Path.Combine(_binaries, program), .. arguments];
        Run(line[0], line[1..], _folder);
    }

    /// <summary>Runs a program to its end. Its output is not read, since the server it starts may keep the pipe open.</summary>
    private static void Run(string program, string[] arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.WaitForExit();
        if (process.ExitCode == 0)
            return;
        string log = Path.Combine(folder, "log");
        throw new InvalidOperationException($"{program} exited with {process.ExitCode}. {(File.Exists(log) ? File.ReadAllText(log) : "")}");
    }
}
