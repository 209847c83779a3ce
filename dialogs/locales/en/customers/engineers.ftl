engineers-key = Engineers
engineers-title = <b>Technical support</b>
engineers-hint = Tap a name to assign or release; any number
engineers-none = The agency has no engineers yet.
engineers-saved = Saved
