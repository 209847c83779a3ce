administration-entry = Administration
administration-title = <b>Administration</b>
administration-hint = People, agencies and deputies are under People
