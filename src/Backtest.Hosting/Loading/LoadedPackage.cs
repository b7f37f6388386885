using System.Reflection;
using System.Runtime.Loader;
using Backtest.Abstractions.Runtime;
using McMaster.NETCore.Plugins.Loader;

namespace Backtest.Hosting;

/// <summary>A package in its load context.</summary>
internal sealed class LoadedPackage : IDisposable
{
    private readonly Assembly _assembly;

    private LoadedPackage(string id, AssemblyLoadContext context, Assembly assembly, string sha256)
    {
        Id = id;
        Context = context;
        _assembly = assembly;
        Sha256 = sha256;
    }

    /// <summary>The package's id.</summary>
    public string Id { get; }

    /// <summary>The load context of its assemblies.</summary>
    public AssemblyLoadContext Context { get; }

    /// <summary>The SHA-256 of the loaded content.</summary>
    public string Sha256 { get; }

    /// <summary>Copies a package and loads the copy.</summary>
    /// <exception cref="InputException">The copy is incomplete or differs from what a lock file pins, or the assembly cannot be loaded.</exception>
    public static LoadedPackage Load(
        PluginPackage package, string copy, IReadOnlyList<Assembly> sharedAssemblies, bool isCollectible, PluginLocks? locks)
    {
        AssemblyLoadContext? context = null;
        try
        {
            PackageCopy.Make(package, copy);
            // The copy is what is hashed, checked and loaded, because the folder may change in the meantime.
            string sha256 = PackageContent.Sha256(copy);
            locks?.ThrowIfRefused(package, sha256);
            PackageCopy.Check(package, copy);
            string main = Path.Combine(copy, package.Id + ".dll");
            context = ContextOf(main, sharedAssemblies, isCollectible);
            return new LoadedPackage(package.Id, context, context.LoadFromAssemblyPath(main), sha256);
        }
        catch (Exception exception) when (exception is not InputException)
        {
            // The exceptions that the runtime throws for a damaged file are not documented.
            Unload(context);
            throw new InputException(Error(package, $"the assembly cannot be loaded: {exception.Message}"));
        }
    }

    /// <summary>Creates the factory of one of its plugins, and reads the plugin's descriptor once; both run code of the plugin.</summary>
    /// <exception cref="InputException">The factory does not exist, throws, or is not a factory known to this host.</exception>
    public PluginFactory CreateFactory(PluginChoice choice)
    {
        Type type;
        try
        {
            type = _assembly.GetType(choice.Listing.Factory, throwOnError: true)!;
            if (typeof(PluginFactory).IsAssignableFrom(type))
            {
                var factory = (PluginFactory)Activator.CreateInstance(type)!;
                _ = factory.Descriptor;
                return factory;
            }
        }
        catch (Exception exception)
        {
            string reason = exception.GetBaseException().Message;
            throw new InputException(Error(choice.Package, $"the factory of '{choice.Listing.Id}' cannot be created: {reason}"));
        }

        string found = ForeignBase(type) is { } foreign
            ? $"'{choice.Listing.Id}' is built on another copy of {foreign.GetName().Name} ({foreign.Location})"
            : $"the factory of '{choice.Listing.Id}' is not a {nameof(PluginFactory)}";
        throw new InputException(Error(choice.Package, found));
    }

    /// <inheritdoc/>
    public void Dispose() => Unload(Context);

    // McMaster's PluginLoader would search more folders named in the runtime configuration of the host, on which a plugin must not depend.
    private static AssemblyLoadContext ContextOf(string main, IReadOnlyList<Assembly> sharedAssemblies, bool isCollectible)
    {
        AssemblyLoadContextBuilder builder = new();
        builder.SetMainAssemblyPath(main);
        if (isCollectible)
            builder.EnableUnloading();
        foreach (Assembly shared in sharedAssemblies)
            builder.PreferDefaultLoadContextAssembly(shared.GetName());
        return builder.Build();
    }

    private static void Unload(AssemblyLoadContext? context)
    {
        if (context is { IsCollectible: true })
            context.Unload();
    }

    private static Assembly? ForeignBase(Type type)
    {
        for (Type? ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.FullName == typeof(PluginFactory).FullName)
                return ancestor.Assembly;
        }

        return null;
    }

    private static InputError Error(PluginPackage package, string message) => new("plugin_load", message)
    {
        Position = new SourcePosition(package.AssemblyPath),
        Fix = "Build the plugin again with Backtest.Sdk and copy its whole output folder.",
    };
}
