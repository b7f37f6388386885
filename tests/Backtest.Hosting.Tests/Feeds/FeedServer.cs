using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using NuGet.Packaging;

namespace Backtest.Tests.Feeds;

/// <summary>A local NuGet v3 feed that serves the package files of a folder.</summary>
internal sealed class FeedServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _folder;
    private readonly string? _authorization;
    private readonly string _searchType;

    /// <summary>Starts the feed.</summary>
    /// <param name="folder">The folder of packages.</param>
    /// <param name="credentials">The credentials it requires, as <c>user:password</c>, or <see langword="null"/> for none.</param>
    /// <param name="filtersByType">Whether its search supports package types.</param>
    public FeedServer(string folder, string? credentials = null, bool filtersByType = true)
    {
        _folder = folder;
        _authorization = credentials is null ? null : "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials));
        _searchType = filtersByType ? "SearchQueryService/3.5.0" : "SearchQueryService/3.0.0-beta";
        Root = $"http://127.0.0.1:{FreePort()}/";
        _listener.Prefixes.Add(Root);
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>The address of the feed.</summary>
    public string Root { get; }

    /// <summary>The address of its service index.</summary>
    public string Index => Root + "v3/index.json";

    /// <summary>The requested paths, with their queries.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>A port of this machine that nothing listens on.</summary>
    public static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            Requests.Enqueue(context.Request.Url!.PathAndQuery);
            using HttpListenerResponse response = context.Response;
            Answer(context.Request, response);
        }
    }

    private void Answer(HttpListenerRequest request, HttpListenerResponse response)
    {
        if (_authorization is not null && request.Headers["Authorization"] != _authorization)
        {
            response.StatusCode = (int)HttpStatusCode.Unauthorized;
            response.AddHeader("WWW-Authenticate", "Basic realm=\"feed\"");
            return;
        }

        string[] path = request.Url!.AbsolutePath.Trim('/').Split('/');
        byte[]? body = path switch
        {
            ["v3", "index.json"] => Json(ServiceIndex()),
            ["content", _, _, var file] => Package(file),
            ["registration", var id, "index.json"] => Registration(id) is { } registration ? Json(registration) : null,
            ["search"] => Json(Search(request.QueryString["q"] ?? "", request.QueryString["packageType"])),
            _ => null,
        };
        if (body is null)
        {
            response.StatusCode = (int)HttpStatusCode.NotFound;
            return;
        }

        response.ContentLength64 = body.Length;
        response.OutputStream.Write(body);
    }

    private static byte[] Json(JsonObject document) => Encoding.UTF8.GetBytes(document.ToJsonString());

    private JsonObject ServiceIndex() => new()
    {
        ["version"] = "3.0.0",
        ["resources"] = new JsonArray(
            Resource("content/", "PackageBaseAddress/3.0.0"),
            Resource("registration/", "RegistrationsBaseUrl/3.6.0"),
            Resource("search", _searchType)),
    };

    private JsonObject Resource(string path, string type) => new() { ["@id"] = Root + path, ["@type"] = type };

    private byte[]? Package(string file)
    {
        string? found = Directory.EnumerateFiles(_folder)
            .FirstOrDefault(one => string.Equals(Path.GetFileName(one), file, StringComparison.OrdinalIgnoreCase));
        return found is null ? null : File.ReadAllBytes(found);
    }

    private JsonObject? Registration(string id)
    {
        NuspecReader[] packages = [.. Packages().Where(package => string.Equals(package.GetId(), id, StringComparison.OrdinalIgnoreCase))];
        if (packages.Length == 0)
            return null;
        string address = $"{Root}registration/{id}/index.json";
        JsonArray items = [.. packages.Select(package => new JsonObject
        {
            ["@id"] = $"{address}#{package.GetVersion()}",
            ["catalogEntry"] = new JsonObject
            {
                ["id"] = package.GetId(),
                ["version"] = package.GetVersion().ToNormalizedString(),
                ["listed"] = !package.GetDescription().Contains("unlisted", StringComparison.Ordinal),
            },
        })];
        JsonObject page = new()
        {
            ["@id"] = address + "#page",
            ["count"] = items.Count,
            ["lower"] = packages.Min(package => package.GetVersion())!.ToNormalizedString(),
            ["upper"] = packages.Max(package => package.GetVersion())!.ToNormalizedString(),
            ["items"] = items,
        };
        return new JsonObject { ["@id"] = address, ["count"] = 1, ["items"] = new JsonArray(page) };
    }

    private JsonObject Search(string text, string? type) => new()
    {
        ["data"] = new JsonArray(
        [
            .. Packages()
                .Where(package => package.GetId().Contains(text, StringComparison.OrdinalIgnoreCase))
                .Where(package => type is null || package.GetPackageTypes().Any(one => one.Name == type))
                .Select(package => new JsonObject
                {
                    ["id"] = package.GetId(),
                    ["version"] = package.GetVersion().ToNormalizedString(),
                    ["description"] = package.GetDescription(),
                    ["tags"] = new JsonArray([.. package.GetTags().Split(' ').Select(tag => JsonValue.Create(tag))]),
                    ["versions"] = new JsonArray(),
                }),
        ]),
    };

    private IEnumerable<NuspecReader> Packages()
    {
        foreach (string file in Directory.EnumerateFiles(_folder, "*.nupkg"))
        {
            using PackageArchiveReader package = new(file);
            yield return package.NuspecReader;
        }
    }
}
