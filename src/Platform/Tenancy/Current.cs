namespace Teleservices.Platform.Tenancy;

/// <summary>Which door of the platform a host name opens.</summary>
public enum Door
{
    /// <summary>No host: bus, background work, command line.</summary>
    None,

    /// <summary>The host of an administration: residents, and agents under <c>/agents</c>.</summary>
    Administration,

    /// <summary>The sign-in host, <c>connexion.{domain}</c>.</summary>
    SignIn,

    /// <summary>The host of IT staff, <c>console.{domain}</c>.</summary>
    Console,
}

/// <summary>
/// For whom the present work is done: one per scope (<c>MultiTenantContext</c> in the usual vocabulary).
/// The host name sets it on the web, a message header on the bus; nothing else does. What is not set sees no row.
/// </summary>
public sealed class Current
{
    /// <summary>The door by which a web request came in.</summary>
    public Door Door { get; private set; }

    /// <summary>The administration, or nothing on the sign-in and console hosts.</summary>
    public AdministrationInfo? Administration { get; private set; }

    /// <summary>The resident who is signed in, or nothing.</summary>
    public Guid? Resident { get; private set; }

    /// <summary>On the bus only: the one request that the message speaks of, or nothing.</summary>
    public Guid? Request { get; private set; }

    /// <summary>The administration that this page or message cannot do without.</summary>
    /// <exception cref="InvalidOperationException">No administration is set: a bug of the caller.</exception>
    public AdministrationInfo RequiredAdministration =>
        Administration ?? throw new InvalidOperationException("No administration is set for this work.");

    /// <summary>The signed-in resident that this page cannot do without.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: a bug of the caller.</exception>
    public Guid RequiredResident =>
        Resident ?? throw new InvalidOperationException("No resident is signed in for this work.");

    internal void Enter(Door door, AdministrationInfo? administration) => (Door, Administration) = (door, administration);

    internal void SignedIn(Guid resident) => Resident = resident;

    internal void WorkOn(Guid? request) => Request = request;

    /// <summary>Work for one administration outside web and bus: start-up, command line, tests.</summary>
    public void ActFor(AdministrationInfo administration) => Enter(Door.None, administration);

    /// <summary>Work on the rows of one resident outside the web, where nobody is signed in: clean-up, tests.</summary>
    /// <exception cref="InvalidOperationException">It is a web request: only signing in says who the resident is.</exception>
    public void ActFor(Guid resident) => Resident = Door == Door.None
        ? resident
        : throw new InvalidOperationException("On the web the resident is who is signed in.");
}
