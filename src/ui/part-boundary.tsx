import type { ReactNode } from 'react';
import { Component } from 'react';

interface PartBoundaryProps {
  /** What to show in place of a failed part; `again` renders the part anew. */
  readonly instead: (again: () => void) => ReactNode;
  readonly children: ReactNode;
}

/** An error boundary: keeps the rest of the page when a part fails to render. */
export class PartBoundary extends Component<PartBoundaryProps, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  private readonly again = (): void => this.setState({ failed: false });

  override render(): ReactNode {
    return this.state.failed ? this.props.instead(this.again) : this.props.children;
  }
}
