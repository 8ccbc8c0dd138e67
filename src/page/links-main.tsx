import { createRoot, hydrateRoot } from 'react-dom/client';
import '../ui/fonts.css';
import '../ui/theme.css';
import { LinksPage } from './links-page';

const root = document.getElementById('root')!;
// The built page already contains its text; the dev server's does not.
if (root.hasChildNodes()) hydrateRoot(root, <LinksPage />);
else createRoot(root).render(<LinksPage />);
